import { findLocale } from "@/lib/i18n/locales";
import { previewHeight, previewWidths } from "@/lib/preview/preview-content";
import { fitFrame, formatFrame, formatOembedXml, type OembedAnswer } from "@/lib/share/oembed";
import { type PublicPage, parseSharedPage } from "@/lib/share/shared-page";
import type { Runtime } from "../runtime";
import { areConversationResultsPublic } from "../services/analyses/may-read-results";
import type { Conversation } from "../services/conversations/conversation";
import { getConversation } from "../services/conversations/get";
import { ServiceError } from "../services/errors";
import { allowEverySite } from "./allow-every-site";
import { findSlugByCode } from "./join-codes";
import type { RouteRequest } from "./route";
import { sendError } from "./send";

const CACHE_SECONDS = 3_600;
const providerName = "Plenum";

/**
 * What another site needs to show a conversation for its address, by oEmbed 1.0. The same for everybody:
 * what not everybody may see now is answered with 401.
 */
export async function handleOembed(request: RouteRequest): Promise<void> {
  const { runtime, req, res, query } = request;
  allowEverySite(res); // editors ask in browsers too, and read why there is nothing
  const format = query.get("format") ?? "json";
  if (format !== "json" && format !== "xml") {
    const message = "The formats are json and xml.";
    sendError(res, 501, { code: "NOT_IMPLEMENTED", reason: "oembed-format-unknown", message });
    return;
  }
  const room = { width: readSize(query, "maxwidth"), height: readSize(query, "maxheight") };
  const asked = await findAsked(request);
  const ctx = { db: runtime.database.db, actor: anonymous, now: () => new Date() };
  const conversation = await getConversation(ctx, { slug: asked.slug });
  if (asked.page !== "vote" && !areConversationResultsPublic(conversation)) throw notPublic();
  const answer = await createAnswer(runtime, conversation, { asked, room });
  const text = format === "json" ? JSON.stringify(answer) : formatOembedXml(answer);
  res.writeHead(200, {
    "Content-Type":
      format === "json" ? "application/json; charset=utf-8" : "text/xml; charset=utf-8",
    "Content-Length": Buffer.byteLength(text),
    "Cache-Control": "public, no-cache",
  });
  res.end(req.method === "HEAD" ? undefined : text);
}

const anonymous = { kind: "anonymous" as const };

interface Asked {
  slug: string;
  page: PublicPage;
  lang: string | null;
}

interface Room {
  width: number | null;
  height: number | null;
}

/** @throws ServiceError BAD_REQUEST without an address; NOT_FOUND; UNAUTHORIZED; TOO_MANY_REQUESTS */
async function findAsked(request: RouteRequest): Promise<Asked> {
  const address = request.query.get("url");
  if (!address) throw new ServiceError("BAD_REQUEST", "oembed-url-missing", "Say which url.");
  const asked = parseSharedPage(address, request.runtime.publicUrl);
  if (asked?.kind === "private") throw notPublic();
  if (asked?.kind === "conversation") return asked;
  if (asked?.kind === "code") {
    const { joinCode, lang } = asked;
    const slug = await findSlugByCode(request, { joinCode, actor: anonymous });
    if (slug !== null) return { slug, page: "vote", lang };
  }
  const message = "There is no conversation at this url.";
  throw new ServiceError("NOT_FOUND", "oembed-url-unknown", message);
}

function notPublic(): ServiceError {
  const message = "Not everybody may see this now: link to it instead.";
  return new ServiceError("UNAUTHORIZED", "not-public", message);
}

function readSize(query: URLSearchParams, name: string): number | null {
  const text = query.get(name);
  if (text === null || text === "") return null;
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  const message = `${name} is a number of pixels.`;
  throw new ServiceError("BAD_REQUEST", "oembed-size-malformed", message);
}

async function createAnswer(
  { publicUrl, previews }: Runtime,
  conversation: Conversation,
  { asked, room }: { asked: Asked; room: Room },
): Promise<OembedAnswer> {
  const { slug, title, settings } = conversation;
  const mayFrame = settings.embedHosts.length > 0;
  const thumbnailWidth = fitThumbnail(room);
  return {
    version: "1.0",
    type: mayFrame ? "rich" : "link",
    title,
    ...(settings.askedBy && { author_name: settings.askedBy }),
    provider_name: providerName,
    provider_url: `${publicUrl}/`,
    cache_age: CACHE_SECONDS,
    ...(thumbnailWidth && {
      thumbnail_url: `${publicUrl}/api/v1/conversations/${encodeURIComponent(slug)}/preview/${
        (await previews.findName(conversation, thumbnailWidth)).file
      }`,
      thumbnail_width: thumbnailWidth,
      thumbnail_height: previewHeight(thumbnailWidth),
    }),
    ...(mayFrame && frameOf(publicUrl, { title, asked, room })),
  };
}

/** The specification wants no picture that is larger than the room there is. */
function fitThumbnail({ width, height }: Room) {
  return previewWidths.find(
    (wide) => wide <= (width ?? wide) && previewHeight(wide) <= (height ?? Infinity),
  );
}

function frameOf(
  publicUrl: string,
  { title, asked, room }: { title: string; asked: Asked; room: Room },
) {
  const src = new URL(`${publicUrl}/embed/${encodeURIComponent(asked.slug)}`);
  if (asked.page !== "vote") src.searchParams.set("view", "results");
  const locale = findLocale(asked.lang);
  if (locale) src.searchParams.set("lang", locale.tag);
  const size = fitFrame(room);
  return { html: formatFrame({ src: src.href, title, ...size }), ...size };
}
