import type { PublicAnswers } from "../answers/answer";
import type { Direction } from "../i18n/text-direction";
import type { ResultsView, StatementResult } from "../results/results-view";
import type { ReportBody } from "../schemas/report";
import type { Quotes } from "./quotes";
import type { Quote, QuoteItem } from "./report-document";
import type { ReportWords } from "./report-words";

/** What a published version says of itself; null: the live report. */
export type Release = {
  number: number;
  publishedAt: Date;
  voteListSha256: string;
  withdrawnVotes: number;
} | null;

/** Answers of a day. */
export interface DatedAnswers extends PublicAnswers {
  /** ISO 8601; what is told is its day. */
  asOf: string;
}

/** All that the sections of a report are written from. */
export interface ReportMaterial {
  release: Release;
  body: ReportBody;
  /** Null while nobody has voted. */
  view: ResultsView | null;
  /** Null where they were not asked for. */
  answers: DatedAnswers | null;
  quotes: Quotes;
  words: ReportWords;
  direction: Direction;
  publicUrl: string;
  /** An SVG of the map; null when too few people are on it. */
  map: string | null;
  isClosed: boolean;
}

/** As ReportMaterial, of a report with votes. */
export type VotedMaterial = ReportMaterial & { view: ResultsView };

export function findResult(view: ResultsView, statement: number): StatementResult | undefined {
  return view.statements.find((result) => result.statement === statement);
}

/** A statement with what is said of it; nothing when it was taken back since. */
export function toItem(
  quotes: Quotes,
  statement: number,
  said: Partial<Omit<QuoteItem, "quote">>,
): (QuoteItem & { quote: Quote })[] {
  const quote = quotes.get(statement);
  return quote ? [{ quote, lines: [], note: null, crowds: [], ...said }] : [];
}
