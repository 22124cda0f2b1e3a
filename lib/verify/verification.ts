import type { Finding } from "./finding";

/**
 * What became of checking an export. `proven`: the figures follow from the votes, and the signature
 * holds. `signed`: the signature holds, but the figures cannot be recomputed. `unconfirmed`: the
 * signature fits a key that came along in the file, which anybody could have put there. `unsigned`:
 * nothing contradicts the figures, but nobody known vouches for them. `different`: something is not as
 * it was.
 */
export type Verdict = "proven" | "signed" | "unconfirmed" | "unsigned" | "different";

/**
 * `follow` and `differ` were recomputed; the others say why not: the single votes are not in the file,
 * some were withdrawn since, their list is not the one that was signed, another algorithm was used, or
 * there is no analysis that can be read.
 */
export type FiguresState =
  | "follow"
  | "differ"
  | "no-votes"
  | "votes-withdrawn"
  | "other-votes"
  | "other-algorithm"
  | "no-analysis";

/** Where the public keys came from: who is believed. */
export type KeySource = "given" | "server" | "zip" | "none";

export interface Verification {
  verdict: Verdict;
  conversation: { slug: string; title: string; url: string };
  /** Null: of no published report. */
  report: { number: number; publishedAt: string } | null;
  /** Null: there is none, or it cannot be read. */
  analysis: {
    version: number;
    participants: number;
    votes: number;
    algorithm: { profile: string; version: string };
  } | null;
  /** As signed, in hexadecimal; null: nothing is signed. */
  voteListSha256: string | null;
  files: number;
  signature: {
    state: "valid" | "wrong" | "unknown-key" | "missing";
    /** `kid` of the key that is said to have signed the manifest. */
    keyId: string | null;
    keys: KeySource;
    /** Who signed the report, by their own account. */
    issuer: string | null;
  };
  figures: FiguresState;
  withdrawnVotes: number;
  /** At most `MOST_FINDINGS`, of `findingCount`. */
  findings: Finding[];
  findingCount: number;
}

export const MOST_FINDINGS = 1000;
