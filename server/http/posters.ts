import { detectLocale } from "@/lib/i18n/detect-locale";
import { shortAddress } from "@/lib/share/join-code";
import { getJoinCode } from "../services/conversations/join-code";
import { readResultsReader } from "./results-reader";
import type { RouteRequest } from "./route";

/** A page to hang up, in the reader's language: title, QR code, short address. */
export async function handlePoster(request: RouteRequest): Promise<void> {
  const { runtime, req, res, query } = request;
  const { ctx, reader } = await readResultsReader(request);
  const { id, slug, title, settings } = reader.conversation;
  const locale = detectLocale(
    { chosen: query.get("lang"), acceptLanguage: req.headers["accept-language"] },
    runtime.locales,
  );
  const code = await getJoinCode(ctx, { conversationId: id });
  const file = await runtime.posters.get({
    title,
    askedBy: settings.askedBy,
    url: `${runtime.publicUrl}/c/${slug}`,
    shortAddress: shortAddress(runtime.publicUrl, code),
    locale,
  });
  res.writeHead(200, {
    "Content-Type": "application/pdf",
    "Content-Length": file.length,
    "Content-Disposition": `inline; filename="${encodeURIComponent(slug)}-poster-${locale}.pdf"`,
    "Cache-Control": "private, no-cache",
    // Without the rest of our policy, which a browser's own viewer would be held to.
    "Content-Security-Policy": "frame-ancestors 'none'",
  });
  res.end(req.method === "HEAD" ? undefined : file);
}
