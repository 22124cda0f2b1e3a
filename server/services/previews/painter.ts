import type {
  MapPictureContent,
  PreviewContent,
  PreviewWidth,
} from "@/lib/preview/preview-content";

/**
 * What can be painted: `map` becomes an SVG, the others a PNG. An SVG must not hold text, for it is
 * given no fonts.
 */
export type PaintJob =
  | { kind: "preview"; content: PreviewContent; width: PreviewWidth }
  | { kind: "map"; content: MapPictureContent }
  | { kind: "svg"; svg: string };

/** Makes pictures where it delays no answer. */
export interface Painter {
  /** @throws ServiceError SERVICE_UNAVAILABLE when too many wait, or when it cannot be painted now */
  paint(job: PaintJob): Promise<Buffer>;
  close(): Promise<void>;
}
