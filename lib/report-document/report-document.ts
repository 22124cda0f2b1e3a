import type { Direction } from "../i18n/text-direction";

/** Somebody's own words: they keep their language and direction wherever they stand. */
export interface Words {
  /** May hold line breaks. */
  text: string;
  /** BCP 47, as somebody gave it; null: not known. */
  language: string | null;
  direction: Direction;
}

export type Tone = "plain" | "muted" | "lead" | "agree" | "disagree" | "pass";

/** A bar: people on each side; those who did not vote are open ground. */
export interface Bar {
  agrees: number;
  passes: number;
  disagrees: number;
  notVoted: number;
}

/** How a crowd voted on a statement; without a bar there is only the note. */
export interface Figures {
  bar: Bar | null;
  /** Formatted: `45%`; empty without a bar. */
  agrees: string;
  disagrees: string;
  passes: string;
  /** How many voted or did not, or why there are no figures. */
  note: string;
}

export interface Crowd {
  name: string;
  /** Null: everybody. */
  letter: string | null;
  figures: Figures;
}

/** A statement as it is quoted. */
export interface Quote {
  /** Formatted. */
  number: string;
  words: Words;
  /** What was translated, and a note that says so. */
  original: { words: Words; note: string } | null;
}

export interface QuoteItem {
  quote: Quote;
  /** Said of it, below it. */
  lines: { tone: Tone; text: string }[];
  note: Note | null;
  crowds: Crowd[];
}

/** What the organisers say, marked as theirs. */
export interface Note {
  label: string;
  words: Words;
}

/** Running text with its headings. */
export type TextBlock =
  | { kind: "paragraph"; tone: Tone; text: string }
  | { kind: "heading"; text: string; letter: string | null };

export type Block =
  | TextBlock
  | { kind: "blockquote"; quote: Quote }
  | { kind: "note"; note: Note }
  | { kind: "facts"; facts: [name: string, value: string][] }
  | { kind: "addresses"; addresses: Address[] }
  | { kind: "table"; heads: string[]; rows: string[][] }
  | { kind: "picture"; svg: string; alternative: string; caption: string; heightMm: number }
  | { kind: "quotes"; items: QuoteItem[] }
  | { kind: "statements"; table: StatementTable }
  | Answer;

/** What was said to a statement, which is left out once it is no longer shown. */
export interface Answer {
  kind: "answer";
  quote: Quote | null;
  lines: { tone: Tone; text: string }[];
  notes: Note[];
}

export interface Address {
  name: string;
  words: Words;
  /** Null: not an address, only to be written out. */
  url: string | null;
}

/** Every statement with everybody's and each group's votes. */
export interface StatementTable {
  legend: string;
  heads: { name: string; letter: string | null }[];
  /** A row has as many cells as there are heads after the first; null: not counted. */
  rows: { quote: Quote; cells: (Figures | null)[] }[];
}

export interface Section {
  title: string;
  lead: string | null;
  note: Note | null;
  /** Begins a sheet of its own. */
  startsSheet: boolean;
  blocks: Block[];
}

/** A report, worded in one language, ready to be set on pages. */
export interface ReportDocument {
  language: string;
  direction: Direction;
  /** What the file is called, in its properties. */
  name: string;
  kicker: string;
  title: Words;
  /** Below the title. */
  facts: string[];
  contentsTitle: string;
  sections: Section[];
}
