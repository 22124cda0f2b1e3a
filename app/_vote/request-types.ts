/** How requests of this page are addressed and signed. */
export interface Channel {
  slug: string;
  /** Sent by a newcomer: the same key gives the same participant again. */
  idempotencyKey: string;
  token: string | null;
  /** Asks for a cookie that works in a frame on another site. */
  isEmbedded: boolean;
}

export type Outcome<T> =
  | { kind: "done"; answer: T }
  /** Not now: the server has too much to do or is in trouble, or it was not reached at all. */
  | { kind: "later"; afterMs: number; wasReached: boolean }
  /** Never: asking again would give the same refusal. */
  | { kind: "refused"; status: number; reason: string };
