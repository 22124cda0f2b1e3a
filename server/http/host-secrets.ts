import { readSession } from "../auth/session";
import { getManagedConversation } from "../services/conversations/get-managed";
import { rotateHostSecret } from "../services/conversations/rotate-host-secret";
import { readFields, sendTo } from "./console-forms";
import { reasonOf } from "./form-answer";
import type { RouteRequest } from "./route";

/** The plain form of `/manage/c/{slug}/share` that makes a new secret for host identities. */
export async function handleRotateHostSecret(request: RouteRequest): Promise<void> {
  const { runtime, req, params, path } = request;
  const fields = await readFields(request);
  const headers = new Headers({ cookie: req.headers.cookie ?? "" });
  const session = await readSession(runtime.auth, headers);
  if (!session) return sendTo(request, "/manage/sign-in", fields);
  const ctx = { db: runtime.database.db, actor: session.actor, now: () => new Date() };
  const page = `/manage/c/${encodeURIComponent(params.slug!)}/share`;
  const keepsOld = fields.get("keepsOld") === "on";
  try {
    const { id: conversationId } = await getManagedConversation(ctx, { slug: params.slug! });
    await rotateHostSecret(ctx, { conversationId, keepsOld });
    sendTo(request, page, fields, { secret: "made" }, "#identity");
  } catch (error) {
    sendTo(request, page, fields, { secret: reasonOf(error, path) }, "#identity");
  }
}
