import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { findLocale } from "@/lib/i18n/locales";
import { formatOverlayOptions, parseOverlayOptions } from "@/lib/overlay/overlay-options";
import { readOverlayActor } from "@/server/auth/overlay-actor";
import { getRuntime } from "@/server/runtime";
import { ServiceError } from "@/server/services/errors";
import { getOverlayProgramme } from "@/server/services/overlay/get-programme";

/**
 * What an overlay shows at first. Whoever happens to be signed in sees what goes on air and no more: a
 * stream has nobody who signs in.
 */
export const loadProgramme = cache(async (slug: string, search: string) => {
  const query = new URLSearchParams(search);
  const { database, translator } = getRuntime();
  const token = query.get("token");
  const options = parseOverlayOptions(query);
  const locale = findLocale(await getLocale())?.tag ?? "en";
  const context = {
    db: database.db,
    actor: readOverlayActor(token),
    now: () => new Date(),
    translator,
  };
  try {
    const found = await getOverlayProgramme(context, {
      slug: decodeURIComponent(slug),
      options,
      locale,
    });
    const asked = formatOverlayOptions(options);
    asked.set("lang", locale);
    if (token) asked.set("token", token);
    return { ...found, options, query: asked.toString(), token };
  } catch (error) {
    const isMissing = error instanceof ServiceError && error.code === "NOT_FOUND";
    if (isMissing || error instanceof URIError) notFound();
    throw error;
  }
});
