import { type NextRequest, NextResponse } from "next/server";
import { buildContentSecurityPolicy, frameAncestorsOf } from "@/lib/http/content-security-policy";
import { findLocale } from "@/lib/i18n/locales";
import { choiceHeader, tokenHeader } from "@/server/i18n/choice-header";
import { getRuntime } from "@/server/runtime";

/** Gives every page its policy. Next reads the nonce from the request and puts it on its own scripts. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = buildContentSecurityPolicy({
    nonce,
    frameAncestors: await findFrameAncestors(request.nextUrl.pathname),
    isHttps: getRuntime().publicUrl.startsWith("https:"),
    // Replaced by a constant when the pages are built.
    isDevelopment: process.env.NODE_ENV === "development",
  });
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  headers.set("x-nonce", nonce);
  // A layout cannot see the query. Set always: nobody else's header is to count.
  headers.set(choiceHeader, findLocale(request.nextUrl.searchParams.get("lang"))?.tag ?? "");
  const token = request.nextUrl.searchParams.get("token") ?? "";
  headers.set(tokenHeader, /^[\w-]{1,100}$/.test(token) ? token : "");
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

/** Only the embed and the overlay may stand in a frame, where their conversation allows it. */
async function findFrameAncestors(path: string): Promise<string> {
  const encoded = /^\/(?:embed|overlay)\/([^/]+)/.exec(path)?.[1];
  if (encoded === undefined) return "'none'";
  try {
    const { conversation } = await getRuntime().ballots.get(decodeURIComponent(encoded));
    return frameAncestorsOf(conversation.settings.embedHosts);
  } catch {
    return "'self'"; // the page itself says what is wrong; nobody else need frame that
  }
}

export const config = {
  // Static files need none; the routes on node:http set their own and never come here.
  matcher: ["/((?!_next/static/|_next/image).*)"],
};
