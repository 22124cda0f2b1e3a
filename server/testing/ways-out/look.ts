import { createHash } from "node:crypto";
import { formatJoinCode } from "@/lib/share/join-code";
import type { Twin } from "./make-twins";
import { anotherAddress, type Viewer } from "./viewers";
import type { Way } from "./ways";

/** What somebody is told of a twin: a text in which nothing depends on which twin it is but results. */
export async function look(
  url: string,
  { way, viewer, twin }: { way: Way; viewer: Viewer; twin: Twin },
): Promise<{ status: number; told: string }> {
  const response = await fetch(
    `${url}${way.address(twin).replace("%7Borigin%7D", encodeURIComponent(url))}`,
    {
      method: way.body ? "POST" : "GET",
      body: way.body && JSON.stringify(way.body(twin)),
      redirect: "manual",
      headers: {
        cookie: viewer.cookieFor(twin),
        "accept-language": "en",
        ...(way.body && { "content-type": "application/json" }),
        ...anotherAddress(),
      },
    },
  );
  const { status, headers } = response;
  const type = headers.get("content-type") ?? "";
  const bytes = way.listenMs
    ? await listen(response, way.listenMs)
    : new Uint8Array(await response.arrayBuffer());
  const isText = /text|json|xml|csv|svg|javascript/.test(type);
  const body = isText ? Buffer.from(bytes).toString("utf8") : digest(bytes);
  const picked = way.pick ? way.pick(body, twin) : body;
  const nonce = /'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1];
  const text = [status, headers.get("location") ?? "", type, picked].join("\n");
  const told = mask(text, { twin, nonce, draws: way.draws ?? false });
  return { status, told: type.startsWith("text/html") ? sortPieces(told) : told };
}

function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** What an answer without an end says in a while. */
async function listen(response: Response, ms: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const reader = response.body?.getReader();
  const late = setTimeout(() => void reader?.cancel(), ms);
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
  }
  clearTimeout(late);
  return Buffer.concat(chunks);
}

/** Takes out of an answer what tells the twins apart without being a result. */
function mask(
  text: string,
  { twin, nonce, draws }: { twin: Twin; nonce: string | undefined; draws: boolean },
): string {
  const { id, slug, title, code } = twin;
  const masked = (nonce ? text.replaceAll(nonce, "NONCE") : text)
    .replaceAll(slug, "SLUG")
    .replaceAll(title, "TITLE")
    .replaceAll(new RegExp(`${code}|${formatJoinCode(code)}`, "g"), "CODE")
    .replaceAll(/v1\.\d+\.[\w-]{22}\.[\w-]{22}/g, "TOKEN")
    .replaceAll(/(idempotencyKey\W+(?:value=)?\W+)[\w-]{22}/g, "$1KEY")
    .replaceAll(/(?<![\w-])[\w-]{43}(?![\w-])/g, "HASH")
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)?/g, "TIME")
    .replaceAll(/(preview\/\d+)-[\w-]{10}/g, "$1")
    .replaceAll(/M4 4h7v1h-7z[\w -]*/g, "QR CODE")
    .replaceAll(/plenum(-code)?-\d+/g, "COOKIE")
    .replaceAll(new RegExp(`((?:conversationId|"li)\\\\?"[:,]\\\\?"?)${id}(?!\\d)`, "g"), "$1ID");
  return draws ? maskDraw(masked) : masked;
}

/** Which statements are drawn, and in which order, is a matter of luck. */
function maskDraw(text: string): string {
  return text
    .replaceAll(/Statement \d|Somebody with \d votes wrote this\./g, "STATEMENT")
    .replaceAll(/Written by (?:another participant|the organisers)/g, "WRITTEN")
    .replaceAll(/(\\?"(?:id|statement)\\?":)\d+/g, "$1ID")
    .replaceAll(/(\\?"isSeed\\?":)(?:true|false)/g, "$1SEED")
    .replaceAll(/(name="(?:statement|shown)" value=)"\d+"/g, "$1ID");
}

const nextPush = /"\]\)<\/script><script nonce="NONCE">self\.__next_f\.push\(\[1,"/g;

/**
 * The pieces of a page, each once, in an order of their own: React writes its parts as they become ready,
 * numbers them and cuts them wherever the network takes them.
 */
function sortPieces(page: string): string {
  const pieces = page
    .replaceAll(nextPush, "")
    .replaceAll(/\\n[0-9a-f]+:(?:T[0-9a-f]+,)?/g, " ")
    .replaceAll(/\$[L@]?[0-9a-f]+/g, "REFERENCE")
    .split(/["\\<>,[\]{}\n]+/)
    .map((piece) => piece.trim());
  return [...new Set(pieces)].sort().join("\n");
}
