import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export interface TranslationRequest {
  q: string;
  source: string;
  target: string;
  format: string;
  api_key?: string;
}

/** A small server that speaks the documented API of LibreTranslate: it puts the target before the text. */
export async function startTranslationServer(options: {
  languages?: string[];
  apiKey?: string;
  /** Answers in place of the translation; null translates. */
  refuse?(request: TranslationRequest): { status: number; retryAfter?: string } | null;
  detect?(q: string): string;
}) {
  const { languages = ["en", "fr", "zh-Hant"], apiKey, refuse, detect = () => "en" } = options;
  const requests: TranslationRequest[] = [];
  const server = createServer(async (req, res) => {
    if (req.method === "GET" && req.url === "/languages") {
      return send(
        res,
        200,
        languages.map((code) => ({ code, name: code, targets: languages })),
      );
    }
    if (req.method !== "POST" || req.url !== "/translate")
      return send(res, 404, { error: "Not found" });
    const body: TranslationRequest = JSON.parse(await readAll(req));
    requests.push(body);
    if (apiKey && body.api_key !== apiKey) return send(res, 403, { error: "Invalid API key" });
    const refusal = refuse?.(body);
    if (refusal) {
      if (refusal.retryAfter) res.setHeader("Retry-After", refusal.retryAfter);
      return send(res, refusal.status, { error: "Refused" });
    }
    const detected = body.source === "auto" && {
      detectedLanguage: { confidence: 90, language: detect(body.q) },
    };
    send(res, 200, { ...detected, translatedText: `${body.target}: ${body.q}` });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : null;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function readAll(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

function send(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}
