import { CsvError, type Info, parse } from "csv-parse/sync";
import { cleanLine } from "@/lib/format/clean-text";
import { findLocale, type Locale } from "@/lib/i18n/locales";
import { TRANSLATION_MAX_LENGTH } from "@/lib/schemas/translation";

/** What is wrong with a line of the file; the interface has words for it. */
export type TranslationProblem =
  | "columns-missing"
  | "quotes-broken"
  | "statement-unknown"
  | "locale-unknown"
  | "text-empty"
  | "text-too-long"
  | "repeated";

export interface TranslationError {
  /** Line of the file on which the row begins, from 1. */
  line: number;
  problem: TranslationProblem;
}

export interface ReadTranslation {
  line: number;
  statementId: number;
  locale: Locale;
  text: string;
  isMachine: boolean;
}

interface Row {
  fields: string[];
  line: number;
}

/**
 * Reads a CSV file with the columns statement, locale and text, in any order; a column origin, as our
 * own export has it, keeps what a machine made marked as such. Other columns do not matter.
 * @param csv RFC 4180, with LF or CRLF, with a byte order mark or without
 * @returns the rows that can be read, and what is wrong with the others, by line
 */
export function readTranslationsCsv(csv: string): {
  translations: ReadTranslation[];
  errors: TranslationError[];
} {
  const read = readRows(csv);
  if ("error" in read) return { translations: [], errors: [read.error] };
  const [header, ...rows] = read.rows;
  const columns = header && findColumns(header.fields);
  if (!columns) {
    return { translations: [], errors: [{ line: header?.line ?? 1, problem: "columns-missing" }] };
  }
  const translations: ReadTranslation[] = [];
  const errors: TranslationError[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const translation = readRow(row, columns);
    const key =
      typeof translation === "object" && `${translation.statementId} ${translation.locale}`;
    if (typeof translation === "string") errors.push({ line: row.line, problem: translation });
    else if (seen.has(`${key}`)) errors.push({ line: row.line, problem: "repeated" });
    else translations.push(translation);
    seen.add(`${key}`);
  }
  return { translations, errors };
}

function readRows(csv: string): { rows: Row[] } | { error: TranslationError } {
  // The parser counts lines right only where they end in one character.
  const text = csv.replaceAll("\r\n", "\n");
  const rows: Row[] = [];
  try {
    parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (fields: string[], { lines }: Info) => {
        const breaks = fields.reduce((sum, field) => sum + field.split("\n").length - 1, 0);
        rows.push({ fields, line: lines - breaks });
        return null;
      },
    });
    return { rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { error: { line: Number(error.lines ?? 1), problem: "quotes-broken" } };
  }
}

type Columns = Record<"statement" | "locale" | "text" | "origin", number>;

function findColumns(header: string[]): Columns | null {
  const names = header.map((name) => name.trim().toLowerCase());
  const place = (name: string) => names.indexOf(name);
  const columns = {
    statement: place("statement"),
    locale: place("locale"),
    text: place("text"),
    origin: place("origin"),
  };
  const { statement, locale, text } = columns;
  return Math.min(statement, locale, text) < 0 ? null : columns;
}

function readRow({ fields, line }: Row, columns: Columns): ReadTranslation | TranslationProblem {
  const cell = (column: number) => (fields[column] ?? "").trim();
  const id = cell(columns.statement);
  if (!/^\d{1,9}$/.test(id)) return "statement-unknown";
  const locale = findLocale(cell(columns.locale));
  if (!locale) return "locale-unknown";
  const text = cleanLine(cell(columns.text));
  if (text === "") return "text-empty";
  if (text.length > TRANSLATION_MAX_LENGTH) return "text-too-long";
  const isMachine = cell(columns.origin) === "machine";
  return { line, statementId: Number(id), locale: locale.tag, text, isMachine };
}
