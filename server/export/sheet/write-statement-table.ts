import { findLicence, nameSource } from "@/lib/format/data-licences";
import { findLocale } from "@/lib/i18n/locales";
import { createResultsView } from "@/lib/results/create-results-view";
import type { StatementResult } from "@/lib/results/results-view";
import { countVoters, shareOfVoters, smallestCrowd, type Tally } from "@/lib/results/tally";
import { type ExportedStatement, listExportedStatements } from "@/server/db/queries/export";
import type { ExportSource } from "../export-source";
import { isPublished, WITHHELD_TEXT } from "../polis/write-comments";
import { loadWords, type Words } from "../words";
import type { Cell } from "./cells";
import { type Sheet, writeWorkbook } from "./write-workbook";

const kinds = ["agrees", "disagrees", "passes"] as const;
/** Characters. */
const widths = { number: 9, statement: 80, language: 10, figure: 12 };

/**
 * statements.xlsx: the table of the report, a row a published statement, as everybody and each group
 * voted on it by the newest analysis. Nothing in it is of fewer than five people, whoever asks.
 */
export async function* writeStatementTable(source: ExportSource): AsyncGenerator<Uint8Array> {
  const words = await loadWords(source.locale);
  const isRightToLeft = findLocale(source.locale)?.direction === "rtl";
  const letters = listLetters(source);
  const statements: Sheet = {
    name: words("results.statementsTitle"),
    widths: [
      widths.number,
      widths.statement,
      widths.language,
      ...["", ...letters].flatMap(() => new Array<number>(7).fill(widths.figure)),
    ],
    hasHeadings: true,
    isRightToLeft,
    rows: listRows(source, words, letters),
  };
  const about: Sheet = {
    name: words("sheet.about"),
    widths: [widths.statement],
    hasHeadings: false,
    isRightToLeft,
    rows: listFacts(source, words),
  };
  yield* writeWorkbook([statements, about], source.exportedAt);
}

function listLetters({ analysis }: ExportSource): string[] {
  return (analysis?.told.groups ?? []).map(({ letter }) => letter).sort();
}

async function* listRows(
  source: ExportSource,
  words: Words,
  letters: string[],
): AsyncGenerator<Cell[]> {
  yield listHeadings(words, letters, namesOf(source));
  const results = readResults(source);
  for await (const rows of listStatements(source)) {
    for (const row of rows.filter((statement) => isPublished(statement, source))) {
      yield toRow(row, { result: results.get(row.id), letters, words });
    }
  }
}

type ListedStatement = Pick<ExportedStatement, "id" | "text" | "language" | "moderation">;

/** As they are, or as they were when the report was published. */
async function* listStatements(source: ExportSource): AsyncGenerator<ListedStatement[]> {
  const { sql, conversation, report } = source;
  if (!report) yield* listExportedStatements(sql, conversation.id);
  else {
    yield report.content.statements.map((row) => ({ ...row, text: row.text ?? WITHHELD_TEXT }));
  }
}

function readResults({ analysis }: ExportSource): Map<number, StatementResult> {
  if (!analysis) return new Map();
  const { version, createdAt, told } = analysis;
  const { statements } = createResultsView({ version, createdAt, analysis: told }, () => true);
  return new Map(statements.map((result) => [result.statement, result]));
}

/** What the organisers call the groups, in a published report. */
function namesOf({ report }: ExportSource): Record<string, string> {
  return report?.content.settings.groupNames ?? {};
}

function listHeadings(words: Words, letters: string[], names: Record<string, string>): Cell[] {
  const crowds = [
    words("results.everybody"),
    ...letters.map((letter) => {
      const group = words("results.group", { letter });
      return names[letter] ? `${group} (${names[letter]})` : group;
    }),
  ];
  const sides = [words("results.agree"), words("results.disagree"), words("results.pass")];
  const figures = [words("sheet.voted"), ...sides, ...sides.map((side) => `${side} %`)];
  return [
    words("sheet.number"),
    words("results.statementColumn"),
    words("common.language"),
    ...crowds.flatMap((crowd) => figures.map((figure) => `${crowd}: ${figure}`)),
  ].map((heading) => ({ heading }));
}

function toRow(
  { id, text, language }: Pick<ExportedStatement, "id" | "text" | "language">,
  of: { result: StatementResult | undefined; letters: string[]; words: Words },
): Cell[] {
  const { result, letters, words } = of;
  const tallies = [
    result?.all,
    ...letters.map((letter) => result?.groups.find((group) => group.letter === letter)?.tally),
  ];
  return [id, text, language, ...tallies.flatMap((tally) => toFigures(tally, words))];
}

function toFigures(tally: Tally | undefined, words: Words): Cell[] {
  const none: Cell[] = new Array(2 * kinds.length).fill(null);
  if (!tally) return [null, ...none];
  const voters = countVoters(tally);
  if (tally.isHidden || (voters > 0 && voters < smallestCrowd)) {
    return [words("results.tooFew"), ...none];
  }
  const shares = kinds.map((kind) => shareOfVoters(tally, kind));
  return [
    voters,
    ...kinds.map((kind) => tally[kind]),
    ...shares.map((share) => (share === null ? null : { share })),
  ];
}

function listFacts(source: ExportSource, words: Words): Cell[][] {
  const { conversation, analysis, url } = source;
  const { askedBy, licence } = conversation.settings;
  const { name, url: terms } = findLicence(licence);
  const { profile = "", version = "" } = analysis?.told.algorithm ?? {};
  const figures = analysis
    ? [
        words("report.asOf", {
          date: analysis.createdAt.toISOString().slice(0, 10),
          version: analysis.version,
        }),
        words("results.facts", {
          participants: analysis.told.participants,
          votes: analysis.told.votes,
          statements: analysis.told.statementsVoted,
        }),
        `${words("report.algorithm")}: ${words("report.algorithmValue", { profile, version })}`,
      ]
    : [];
  return [
    conversation.title,
    ...(askedBy === "" ? [] : [words("report.askedBy", { name: askedBy })]),
    url,
    ...figures,
    words("report.method5", { count: smallestCrowd }),
    ...listLetters(source).flatMap((letter) => {
      const name = namesOf(source)[letter];
      const group = words("results.group", { letter });
      return name ? [`${group}: ${words("report.namedBy", { name })}`] : [];
    }),
    `${words("report.licence")}: ${name} (${terms})`,
    nameSource({ askedBy, title: conversation.title, url }),
  ].map((line, index) => [index === 0 ? { heading: line } : line]);
}
