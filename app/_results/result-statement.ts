/** A statement as results quote it. */
export interface ResultStatement {
  text: string;
  language: string | null;
}

/** By statement id. */
export type ResultStatements = Record<string, ResultStatement>;
