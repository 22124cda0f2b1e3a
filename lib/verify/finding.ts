/** What may be found wrong with a sealed export, or worth knowing of it. */
export const findingCodes = [
  "file-changed",
  "file-missing",
  "file-not-listed",
  "file-unreadable",
  "signature-missing",
  "signature-wrong",
  "signature-unknown-key",
  "manifest-contradicts-seal",
  "votes-not-canonical",
  "votes-differ",
  "votes-withdrawn",
  "analysis-not-signed",
  "algorithm-unknown",
  "frame-matrix",
  "frame-letters",
  "frame-group-count",
  "figure-differs",
  "report-changed",
  "text-changed",
  "text-withdrawn",
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** Only worth knowing: nothing is wrong because of them. */
const notices: ReadonlySet<FindingCode> = new Set([
  "signature-missing",
  "signature-unknown-key",
  "votes-withdrawn",
  "algorithm-unknown",
  "text-withdrawn",
]);

/** One difference, told so that somebody can look it up. */
export interface Finding {
  code: FindingCode;
  /** Name in the zip. */
  file?: string;
  /** Counted from 1. */
  line?: number;
  /** Which part of the analysis, named as in its JSON. */
  part?: string;
  group?: number;
  /** Of the group, where it has one. */
  letter?: string;
  statement?: number;
  /** How many, where that is the finding. */
  count?: number;
  /** As JSON; null: not there. */
  told?: string | null;
  computed?: string | null;
}

export function isDifference({ code }: Finding): boolean {
  return !notices.has(code);
}
