import { type PreviewWidth, previewSize, previewWidths } from "@/lib/preview/preview-content";
import { getConversation } from "../services/conversations/get";
import type { RouteRequest } from "./route";

const YEAR_SECONDS = 31_536_000;
const REDIRECT_SECONDS = 60;

/**
 * The picture of a conversation, the same for everybody. An address shows one picture for ever;
 * any other, an earlier one too, leads to the picture of now.
 */
export async function handlePreview({ runtime, req, res, params }: RouteRequest): Promise<void> {
  const { database, previews } = runtime;
  const ctx = {
    db: database.db,
    actor: { kind: "anonymous" as const },
    now: () => new Date(),
  };
  const conversation = await getConversation(ctx, { slug: params.slug! });
  const name = await previews.findName(conversation, readWidth(params.file!));
  res.setHeader("Cross-Origin-Resource-Policy", "cross-origin"); // made to be shown elsewhere
  if (params.file !== name.file) {
    res.writeHead(302, {
      Location: `/api/v1/conversations/${conversation.slug}/preview/${name.file}`,
      "Cache-Control": `public, max-age=${REDIRECT_SECONDS}`,
      "Content-Length": 0,
    });
    res.end();
    return;
  }
  const png = await previews.get(conversation, name);
  res.writeHead(200, {
    "Content-Type": "image/png",
    "Content-Length": png.length,
    "Cache-Control": `public, max-age=${YEAR_SECONDS}, immutable`,
  });
  res.end(req.method === "HEAD" ? undefined : png);
}

/** The size that an address names: `7-….600.png`; that of any other is the largest. */
function readWidth(file: string): PreviewWidth {
  const named = Number(/\.(\d+)\.png$/.exec(file)?.[1]);
  return previewWidths.find((width) => width === named) ?? previewSize.width;
}
