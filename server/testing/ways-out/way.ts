import type { Twin, Twins } from "./make-twins";
import type { Viewer } from "./viewers";

/** One way by which something leaves the server. */
export interface Way {
  address(twin: Twin): string;
  /** Sent with POST as JSON. */
  body?: (twin: Twin) => object;
  /** Sent with POST as a browser's form. */
  form?: (twin: Twin) => Record<string, string>;
  /** Other headers that change what is answered. */
  headers?: Record<string, string>;
  isHead?: boolean;
  /** Another form of what is tried with everybody: decided in the same place, so that a few look. */
  isVariant?: boolean;
  /** Whether it tells of results: then who may see them is told different things of two twins. */
  tells: boolean | ((viewer: Viewer, twins: Twins) => boolean);
  /** What somebody who may see results is told, and nobody else; without it, any difference will do. */
  shows?: RegExp;
  /** The same for everybody: what a stranger may not see, a member is not told here either. */
  isForAll?: boolean;
  /** The link of a private overlay opens it as a role does. */
  isOverlay?: boolean;
  /** Statements in it are drawn by lot. */
  draws?: boolean;
  /** It costs seconds: made once, for a stranger. */
  isCostly?: boolean;
  /** It never ends: what comes within so many ms. */
  listenMs?: number;
  /** What of an answer is about a twin, where it is about others too. */
  pick?(text: string, twin: Twin): string;
  /** Why nothing of its answer can be compared. */
  isBlind?: string;
}

export const api = ({ slug }: Twin) => `/api/v1/conversations/${slug}`;

export const page = (rest: string, more: Partial<Way> = {}): Way => ({
  address: ({ slug }) => `/c/${slug}${rest}`,
  tells: false,
  ...more,
});

/** The same for whatever twin it is about. */
export const everywhere = (path: string, more: Partial<Way> = {}): Way => ({
  address: () => path,
  tells: false,
  ...more,
});
