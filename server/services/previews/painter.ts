import type { PreviewContent } from "@/lib/preview/preview-content";

/** What can be painted; an SVG must not hold text, for it is given no fonts. */
export type PaintJob = { kind: "preview"; content: PreviewContent } | { kind: "svg"; svg: string };

/** Makes PNG images where it delays no answer. */
export interface Painter {
  /** @throws ServiceError SERVICE_UNAVAILABLE when too many wait, or when it cannot be painted now */
  paint(job: PaintJob): Promise<Buffer>;
  close(): Promise<void>;
}
