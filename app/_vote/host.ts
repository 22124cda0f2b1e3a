import type { OpenStream } from "../_live/follow-events";
import type { TokenKeeper } from "./token-keeper";

/** What the vote may use of the page around a frame. */
interface Host {
  /** Told how many statements have a vote, of how many. */
  onVoted?(voted: number, total: number): void;
  onWrote?(): void;
  /** For what this browser does not keep for the frame; null: to be forgotten. */
  keepToken?(token: string | null): void;
  /** That it keeps for this frame. */
  token?: string | null;
  /** What it handed over after the hash, for other pages of the frame. */
  hash?: string;
  /** The host names who this is; who that is here has to be asked first. */
  identified?: Promise<void>;
  /** Where the page around handed something over: instead of what this browser keeps. */
  keeper?: TokenKeeper;
  /** The idempotency key of whom it names. */
  key?: string;
  /** Where no cookie says who reads results that not everybody may see. */
  reader?: HostReader;
}

interface HostReader {
  headers(): Promise<Record<string, string>>;
  openStream: OpenStream;
}

/** Empty on pages of our own; app/_embed fills it, whose code they do not load. */
export const host: Host = {};
