import type { ShownTranslation } from "@/lib/schemas/vote";

/** A statement as results quote it. */
export interface ResultStatement {
  text: string;
  language: string | null;
  /** Into the reader's language. */
  translation?: ShownTranslation;
}

/** By statement id. */
export type ResultStatements = Record<string, ResultStatement>;
