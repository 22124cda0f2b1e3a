import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { formatJoinCode } from "@/lib/share/join-code";
import { readPdf } from "../read-pdf";
import type { Twin } from "./make-twins";
import { anotherAddress, type Viewer } from "./viewers";
import type { Way } from "./way";

/** Whose look at what. */
export interface Look {
  way: Way;
  viewer: Viewer;
  twin: Twin;
}

export interface Answer {
  status: number;
  headers: Headers;
  body: Uint8Array;
}

/** Asks, or sends; what is still being made is asked for until it is there. */
export async function fetchAnswer(url: string, { way, viewer, twin }: Look): Promise<Answer> {
  const body = way.form ? new URLSearchParams(way.form(twin)) : jsonOf(way, twin);
  const isSent = body !== undefined;
  const ask = async (): Promise<Answer> => {
    const response = await fetch(addressOf(url, { way, viewer, twin }), {
      method: isSent ? "POST" : way.isHead ? "HEAD" : "GET",
      body,
      redirect: "manual",
      headers: {
        ...viewer.headersFor(twin),
        "accept-language": "en",
        ...(isSent && { origin: url }),
        ...(way.body && { "content-type": "application/json" }),
        ...way.headers,
        ...anotherAddress(),
      },
    });
    const bytes = way.listenMs
      ? await listen(response, way.listenMs)
      : new Uint8Array(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, body: bytes };
  };
  for (let tries = 0; ; tries += 1) {
    const answer = await ask();
    if (answer.status !== 202 || tries === mostTries) return answer;
    await sleep(100);
  }
}

const mostTries = 50;

function jsonOf({ body }: Way, twin: Twin): string | undefined {
  return body && JSON.stringify(body(twin));
}

function addressOf(url: string, { way, viewer, twin }: Look): string {
  const path = way.address(twin).replace("%7Borigin%7D", encodeURIComponent(url));
  const address = new URL(path, url);
  const token = viewer.overlayTokenFor?.(twin);
  if (token) address.searchParams.set("token", token);
  return address.href;
}

/**
 * What an answer tells of a twin: a text in which nothing depends on which twin it is but results.
 * @param planted put into it wherever the twin is named, and at its end
 */
export async function tell(
  { status, headers, body }: Answer,
  { way, twin, viewer }: Look,
  planted = "",
): Promise<string> {
  const type = headers.get("content-type") ?? "";
  const read = await readBody(type, body);
  const grown = planted ? `${read.replaceAll(twin.title, twin.title + planted)}${planted}` : read;
  const picked = way.pick ? way.pick(grown, twin) : grown;
  const nonce = /'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1];
  const heads = ["location", "content-location", "cache-control", "x-robots-tag"];
  const told = [status, type, ...heads.map((name) => headers.get(name) ?? ""), picked].join("\n");
  const token = viewer.overlayTokenFor?.(twin);
  const text = token ? told.replaceAll(token, "OVERLAY") : told;
  const masked = mask(text, { twin, nonce, draws: way.draws ?? false });
  return /^text\/(html|x-component)/.test(type) ? sortPieces(masked) : masked;
}

async function readBody(type: string, body: Uint8Array): Promise<string> {
  if (/text|json|xml|csv|svg|javascript/.test(type)) return Buffer.from(body).toString("utf8");
  if (type !== "application/pdf" || body.length === 0) return digest(body);
  const { text, title, elements } = await readPdf(body);
  return JSON.stringify({ text, title, elements });
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
    .replaceAll(/\b[A-Z\d]{3}(?:-[A-Z\d]{3}){2}\b/g, "RESUME CODE")
    .replaceAll(/plenum(-code)?-\d+/g, "COOKIE")
    .replaceAll(new RegExp(`((?:conversationId|"li)\\\\?"[:,]\\\\?"?)${id}(?!\\d)`, "g"), "$1ID");
  return draws ? maskDraw(masked) : masked;
}

/** Which statements are drawn, and in which order, is a matter of luck. */
function maskDraw(text: string): string {
  return text
    .replaceAll(
      /Statement \d|Somebody with \d votes wrote this\.|Something that nobody has said\./g,
      "STATEMENT",
    )
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
    .replaceAll(/(?:\\n|\n)[0-9a-f]+:(?:T[0-9a-f]+,)?/g, ",")
    .replaceAll(/\$[L@]?[0-9a-f]+/g, "REFERENCE")
    // The parts of a head are named anew for each request.
    .replaceAll(/(?<![\w-])[\w-]{21}[mv](?![\w-])/g, "HEAD")
    .split(/["\\<>,[\]{}\n]+/)
    .map((piece) => piece.trim());
  return [...new Set(pieces)].sort().join("\n");
}
