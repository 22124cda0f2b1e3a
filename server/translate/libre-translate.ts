import * as z from "zod/mini";

const TIMEOUT_MS = 60_000;

const Languages = z.array(z.object({ code: z.string(), targets: z.optional(z.array(z.string())) }));
const Answer = z.object({
  translatedText: z.string(),
  detectedLanguage: z.optional(z.object({ language: z.string() })),
});

/** The server refused for good (`retryAfterMs` null), or may do better later. */
export class TranslateError extends Error {
  constructor(
    message: string,
    readonly retryAfterMs: number | null,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "TranslateError";
  }
}

export interface LibreTranslate {
  /** Language codes of the server. */
  listLanguages(signal: AbortSignal): Promise<string[]>;
  /** @param source a code of the server, or "auto" */
  translate(
    input: { text: string; source: string; target: string },
    signal: AbortSignal,
  ): Promise<{
    text: string;
    /** What the server took the text for. */
    detected: string | null;
  }>;
}

/**
 * The API of LibreTranslate: GET /languages, and POST /translate with q, source, target, format and
 * api_key.
 * @param options.url without a trailing slash
 * @see https://docs.libretranslate.com
 */
export function createLibreTranslate(options: {
  url: string;
  apiKey: string | undefined;
}): LibreTranslate {
  const { url, apiKey } = options;
  return {
    async listLanguages(signal) {
      const languages = Languages.parse(await request(`${url}/languages`, signal));
      return languages.map(({ code }) => code);
    },
    async translate({ text, source, target }, signal) {
      const body = { q: text, source, target, format: "text", ...(apiKey && { api_key: apiKey }) };
      const answer = Answer.parse(await request(`${url}/translate`, signal, body));
      return { text: answer.translatedText, detected: answer.detectedLanguage?.language ?? null };
    },
  };
}

async function request(url: string, ending: AbortSignal, body?: object): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: body ? "POST" : "GET",
      headers: { Accept: "application/json", ...(body && { "Content-Type": "application/json" }) },
      body: body && JSON.stringify(body),
      signal: AbortSignal.any([ending, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    if (response.ok) return await response.json();
  } catch (cause) {
    throw new TranslateError("The translation server cannot be reached.", 0, { cause });
  }
  const isLater = response.status === 429 || response.status === 408 || response.status >= 500;
  const waitMs = 1000 * (Number(response.headers.get("Retry-After")) || 0);
  const message = `The translation server answered ${response.status}.`;
  throw new TranslateError(message, isLater ? waitMs : null);
}
