import { escapeHtml } from "../format/escape-html";
import { formatNumber } from "../i18n/format-number";
import type { RowCell, RowWords, StatementRow } from "./statement-rows";

interface Words {
  locale: string;
  /** Stands for the figures of too few people. */
  tooFew: string;
}

/**
 * The rows of the table of all statements as HTML: a number and the words, then a cell for everybody and
 * for each group with a bar, the shares that agree, disagree and passed, and how many did not vote. One
 * text, because 3,000 rows drawn as components took 300 ms and 13 MB.
 */
export function formatStatementRows(
  rows: readonly StatementRow[],
  { locale, tooFew }: Words,
): string {
  const number = keepAnswers((count) => formatNumber(locale, count));
  const percent = keepAnswers((points) =>
    formatNumber(locale, points / 100, { style: "percent", maximumFractionDigits: 0 }),
  );
  const cell = { number, percent, tooFew: escapeHtml(tooFew) };
  return rows
    .map(({ id, words, cells }) => {
      const head = `<span>${number(id)}</span>${formatWords(words)}${formatAnswer(id, words)}`;
      const tallies = cells.map((tally) => `<td>${formatCell(tally, cell)}</td>`).join("");
      return `<tr id="statement-${id}"><th scope="row">${head}</th>${tallies}</tr>`;
    })
    .join("");
}

/** The same few numbers come thousands of times. */
function keepAnswers(make: (value: number) => string): (value: number) => string {
  const kept = new Map<number, string>();
  return (value) => {
    const known = kept.get(value) ?? escapeHtml(make(value));
    kept.set(value, known);
    return known;
  };
}

function formatWords(words: RowWords | null): string {
  if (!words) return "";
  const { text, lang, original } = words;
  const own = `<p${languageOf(lang)}>${escapeHtml(text)}</p>`;
  if (!original) return own;
  return `${own}<p${languageOf(original.lang)}><small>${escapeHtml(original.text)}</small></p>`;
}

function formatAnswer(id: number, words: RowWords | null): string {
  if (words?.answer === undefined) return "";
  return `<a href="#answer-${id}">${escapeHtml(words.answer)}</a>`;
}

function languageOf(lang: string | undefined): string {
  return lang ? ` dir="auto" lang="${escapeHtml(lang)}"` : ' dir="auto"';
}

interface CellWords {
  number(count: number): string;
  percent(points: number): string;
  /** As HTML. */
  tooFew: string;
}

function formatCell(cell: RowCell, { number, percent, tooFew }: CellWords): string {
  if (cell === null) return "";
  if (cell === "few") return tooFew;
  const [agrees, disagrees, passes, notVoted] = cell;
  const voters = agrees + disagrees + passes;
  if (voters === 0) return number(0);
  const shares = [agrees, disagrees, passes].map(
    (people) => `<b>${percent(Math.round((100 * people) / voters))}</b>`,
  );
  const others = notVoted === null ? "–" : number(notVoted);
  return `<i class="${barClasses(cell)}"></i>${shares.join(" ")} <small>${others}</small>`;
}

/**
 * Where the parts of a bar end, in whole percent of the crowd: agree, passed, disagree; what is left did
 * not vote. Classes, because the policy of the page forbids styles in attributes.
 */
function barClasses([agrees, disagrees, passes, notVoted]: readonly [
  number,
  number,
  number,
  number | null,
]): string {
  const crowd = agrees + passes + disagrees + (notVoted ?? 0);
  const end = (people: number) => Math.round((100 * people) / crowd);
  return `a${end(agrees)} b${end(agrees + passes)} c${end(agrees + passes + disagrees)}`;
}

/** The rules behind those classes. */
export function formatBarRules(): string {
  const points = Array.from({ length: 101 }, (_, index) => index);
  return ["a", "b", "c"]
    .flatMap((part) => points.map((point) => `.${part}${point}{--${part}:${point}%}`))
    .join("");
}
