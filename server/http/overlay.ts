import { detectLocale } from "@/lib/i18n/detect-locale";
import { parseOverlayOptions } from "@/lib/overlay/overlay-options";
import { readOverlayActor } from "../auth/overlay-actor";
import { readSession } from "../auth/session";
import { getManagedConversation } from "../services/conversations/get-managed";
import { getOverlayProgramme } from "../services/overlay/get-programme";
import { rotateOverlayToken } from "../services/overlay/rotate-token";
import { readFields, sendTo } from "./console-forms";
import { reasonOf } from "./form-answer";
import type { RouteRequest } from "./route";
import { sendJson } from "./send";

/** What an overlay shows now; asked for whenever something has happened. */
export async function handleOverlayProgramme(request: RouteRequest): Promise<void> {
  const { runtime, req, res, query, params } = request;
  const { database, translator, locales } = runtime;
  const actor = readOverlayActor(query.get("token"));
  const chosen = query.get("lang");
  const acceptLanguage = req.headers["accept-language"];
  const { programme } = await getOverlayProgramme(
    { db: database.db, actor, now: () => new Date(), translator },
    {
      slug: params.slug!,
      options: parseOverlayOptions(query),
      locale: detectLocale({ chosen, acceptLanguage }, locales),
    },
  );
  sendJson(res, 200, programme);
}

/** The plain form of `/manage/c/{slug}/overlay` that makes a new private link. */
export async function handleRotateOverlayToken(request: RouteRequest): Promise<void> {
  const { runtime, req, params, path } = request;
  const fields = await readFields(request);
  const session = await readSession(
    runtime.auth,
    new Headers({ cookie: req.headers.cookie ?? "" }),
  );
  if (!session) return sendTo(request, "/manage/sign-in", fields);
  const { database, secrets } = runtime;
  const ctx = { db: database.db, actor: session.actor, now: () => new Date(), secrets };
  const page = `/manage/c/${encodeURIComponent(params.slug!)}/overlay`;
  try {
    const { id: conversationId } = await getManagedConversation(ctx, { slug: params.slug! });
    await rotateOverlayToken(ctx, { conversationId });
    sendTo(request, page, fields, { done: "rotated", private: "1" }, "#outcome");
  } catch (error) {
    sendTo(request, page, fields, { problem: reasonOf(error, path) }, "#outcome");
  }
}
