import type { PreviewWidth } from "@/lib/preview/preview-content";
import type { Conversation } from "@/server/services/conversations/conversation";

/** The picture that stands for a conversation where its address is passed on. */
export interface Previews {
  /**
   * The name of the picture that everybody may see now: another for each version of the analysis
   * and for each title. What it shows never changes.
   * @param width in px; without it, the widest
   */
  findName(conversation: Conversation, width?: PreviewWidth): Promise<PreviewName>;
  /**
   * Painted once, however many ask.
   * @param name as `findName` answers for this conversation
   * @throws ServiceError GONE when the version is no longer kept; as Painter
   */
  get(conversation: Conversation, name: PreviewName): Promise<Buffer>;
}

export interface PreviewName {
  /** The last part of the address. */
  file: string;
  /** Of the analysis; null for a picture without a map. */
  version: number | null;
  width: PreviewWidth;
}
