import { drawQrCode } from "@/lib/share/qr-code";
import { readResultsReader } from "./results-reader";
import type { RouteRequest } from "./route";

const DAY_SECONDS = 86_400;
const SIDE_PX = 1024;

/** The address of the vote page as a QR code, as a drawing and as an image. */
export async function handleQrCodeSvg(request: RouteRequest): Promise<void> {
  const { svg, headers } = await drawCode(request);
  send(request, Buffer.from(svg), { ...headers, "Content-Type": "image/svg+xml" });
}

export async function handleQrCodePng(request: RouteRequest): Promise<void> {
  const { svg, headers } = await drawCode(request);
  const png = await request.runtime.painter.paint({ kind: "svg", svg });
  send(request, png, { ...headers, "Content-Type": "image/png" });
}

async function drawCode(request: RouteRequest) {
  const { conversation } = (await readResultsReader(request)).reader;
  const svg = drawQrCode(`${request.runtime.publicUrl}/c/${conversation.slug}`, SIDE_PX);
  // A draft is there for its organisers only.
  const isPublic = conversation.state !== "draft";
  const cacheControl = isPublic ? `public, max-age=${DAY_SECONDS}` : "private, no-store";
  return { svg, headers: { "Cache-Control": cacheControl } };
}

function send({ req, res }: RouteRequest, bytes: Buffer, headers: Record<string, string>): void {
  res.writeHead(200, { ...headers, "Content-Length": bytes.length });
  res.end(req.method === "HEAD" ? undefined : bytes);
}
