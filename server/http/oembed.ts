import { findLocale } from "@/lib/i18n/locales";
import { previewSize } from "@/lib/preview/preview-content";
import { fitFrame, formatFrame, formatOembedXml, type OembedAnswer } from "@/lib/share/oembed";
import { parseSharedPage, type SharedPage } from "@/lib/share/shared-page";
import type { Runtime } from "../runtime";
import { areConversationResultsPublic } from "../services/analyses/may-read-results";
import type { Conversation } from "../services/conversations/conversation";
import { getConversation } from "../services/conversations/get";
import { ServiceError } from "../services/errors";
import { allowEverySite } from "./allow-every-site";
import type { RouteRequest } from "./route";
import { sendError } from "./send";

const CACHE_SECONDS = 3_600;
const providerName = "Plenum";

type Asked = Extract<SharedPage, { kind: "conversation" }>;

/**
 * What another site needs to show a conversation for its address, by oEmbed 1.0. The same for everybody:
 * what not everybody may see now is answered with 401.
 */
export async function handleOembed({ runtime, req, res, query }: RouteRequest): Promise<void> {
  const format = query.get("format") ?? "json";
  if (format !== "json" && format !== "xml") {
    const message = "The formats are json and xml.";
    sendError(res, 501, { code: "NOT_IMPLEMENTED", reason: "oembed-format-unknown", message });
    return;
  }
  const room = { width: readSize(query, "maxwidth"), height: readSize(query, "maxheight") };
  const asked = findAsked(query.get("url"), runtime.publicUrl);
  const ctx = { db: runtime.database.db, actor: anonymous, now: () => new Date() };
  const conversation = await getConversation(ctx, { slug: asked.slug });
  if (asked.page !== "vote" && !areConversationResultsPublic(conversation)) throw notPublic();
  const answer = await createAnswer(runtime, conversation, { asked, room });
  const text = format === "json" ? JSON.stringify(answer) : formatOembedXml(answer);
  allowEverySite(res); // editors ask in browsers too
  res.writeHead(200, {
    "Content-Type":
      format === "json" ? "application/json; charset=utf-8" : "text/xml; charset=utf-8",
    "Content-Length": Buffer.byteLength(text),
    "Cache-Control": "public, no-cache",
  });
  res.end(req.method === "HEAD" ? undefined : text);
}

const anonymous = { kind: "anonymous" as const };

interface Room {
  width: number | null;
  height: number | null;
}

/** @throws ServiceError BAD_REQUEST without an address; NOT_FOUND; UNAUTHORIZED */
function findAsked(address: string | null, publicUrl: string): Asked {
  if (!address) throw new ServiceError("BAD_REQUEST", "oembed-url-missing", "Say which url.");
  const asked = parseSharedPage(address, publicUrl);
  if (asked?.kind === "private") throw notPublic();
  if (asked) return asked;
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
  const { file } = await previews.findName(conversation);
  const mayFrame = settings.embedHosts.length > 0;
  const picture = `${publicUrl}/api/v1/conversations/${encodeURIComponent(slug)}/preview/${file}`;
  return {
    version: "1.0",
    type: mayFrame ? "rich" : "link",
    title,
    ...(settings.askedBy && { author_name: settings.askedBy }),
    provider_name: providerName,
    provider_url: `${publicUrl}/`,
    cache_age: CACHE_SECONDS,
    ...(fits(room) && {
      thumbnail_url: picture,
      thumbnail_width: previewSize.width,
      thumbnail_height: previewSize.height,
    }),
    ...(mayFrame && frameOf(publicUrl, { title, asked, room })),
  };
}

/** The specification wants no picture that is larger than the room there is. */
function fits({ width, height }: Room): boolean {
  return (
    (width === null || width >= previewSize.width) &&
    (height === null || height >= previewSize.height)
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
