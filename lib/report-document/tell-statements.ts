import type { DividingStatement, UncertainStatement } from "../results/results-view";
import { shareWithin } from "../results/share-text";
import { smallestCrowd, type Tally } from "../results/tally";
import { describeCrowds, describeTally } from "./figures";
import { creditNames, headGroup } from "./name-group";
import { toNote } from "./quotes";
import type { Block, Figures, QuoteItem } from "./report-document";
import { findResult, type ReportMaterial, toItem, type VotedMaterial } from "./report-material";

/** Where two groups differ most. */
export function tellDividing(material: VotedMaterial): Block[] {
  const { view, words } = material;
  if (view.dividing.length === 0) return [none(words.results("dividingNone"))];
  return quotes(view.dividing.flatMap((entry) => tellGap(entry, material)));
}

/** What many people passed on. */
export function tellUncertain(material: VotedMaterial): Block[] {
  const { view, words } = material;
  if (view.uncertain.length === 0) return [none(words.results("uncertainNone"))];
  return quotes(view.uncertain.flatMap((entry) => tellPasses(entry, material)));
}

/** How everybody answered on themselves: what is published and weighs nothing. */
export function listMetadata({ view, quotes: known, words }: VotedMaterial): QuoteItem[] {
  const weighing = new Set(view.pulls.map(({ statement }) => statement));
  return view.statements
    .filter(({ statement }) => !weighing.has(statement))
    .flatMap((result) =>
      toItem(known, result.statement, { crowds: describeCrowds({ ...result, groups: [] }, words) }),
    );
}

/** Statements that the organisers chose, then those that they only wrote about. */
export function quotePinned(material: VotedMaterial): Block[] {
  const { view, body, words, direction } = material;
  const { pinned, statementNotes } = body.settings;
  const ids = new Set([...pinned, ...Object.keys(statementNotes).map(Number)]);
  const items = [...ids].flatMap((id) => {
    const result = findResult(view, id);
    return toItem(material.quotes, id, {
      note: toNote(statementNotes[id], words, direction),
      crowds: result ? describeCrowds(result, words) : [],
    });
  });
  return items.length > 0 ? quotes(items) : [];
}

/** Every statement, with everybody's and each group's votes where there are any. */
export function tellAll(material: ReportMaterial): Block[] {
  const { view, quotes: known, words, body } = material;
  const { groupNames } = body.settings;
  const letters = view?.groups.map(({ letter }) => letter) ?? [];
  const t = words.results;
  const figures = (tally: Tally | undefined): Figures | null =>
    tally ? describeTally(tally, "crowd", words) : null;
  const rows = listRows(material).flatMap(({ statement, all, groups }) => {
    const quote = known.get(statement);
    if (!quote) return [];
    const tallies = letters.map((letter) => groups.find((group) => group.letter === letter)?.tally);
    return [{ quote, cells: [all, ...tallies].map(figures) }];
  });
  const heads = [
    { name: t("statementColumn"), letter: null },
    { name: t("everybody"), letter: null },
    ...letters.map((letter) => ({ name: headGroup(letter, groupNames, words), letter })),
  ];
  const credit = creditNames(letters, groupNames, words);
  return [
    { kind: "statements", table: { legend: tellSigns(words), heads, rows } },
    none(t("tooFewNote", { count: smallestCrowd })),
    ...(credit === null ? [] : [none(credit)]),
  ];
}

/** What the signs in the cells mean. */
function tellSigns({ results: t }: ReportMaterial["words"]): string {
  return `✓ ${t("agree")} · ✕ ${t("disagree")} · – ${t("pass")}`;
}

function listRows({ view, quotes: known }: ReportMaterial) {
  if (view) return view.statements;
  const all = { agrees: 0, disagrees: 0, passes: 0, notVoted: 0 };
  return [...known.keys()].map((statement) => ({ statement, all, groups: [] }));
}

function none(text: string): Block {
  return { kind: "paragraph", tone: "muted", text };
}

function quotes(items: QuoteItem[]): Block[] {
  return [{ kind: "quotes", items }];
}

function tellGap(
  { statement, letters: [first, second], difference, interval }: DividingStatement,
  { view, quotes: known, words }: VotedMaterial,
): QuoteItem[] {
  const points = Math.round(difference * 100);
  const text = interval
    ? words.results("dividingGapWithin", {
        first,
        second,
        points,
        low: Math.round(interval.low * 100),
        high: Math.round(interval.high * 100),
      })
    : words.results("dividingGap", { first, second, points });
  const result = findResult(view, statement);
  return toItem(known, statement, {
    lines: [{ tone: "muted", text }],
    crowds: result ? describeCrowds(result, words) : [],
  });
}

function tellPasses(
  { statement, passShare, ...range }: UncertainStatement,
  { view, quotes: known, words }: VotedMaterial,
): QuoteItem[] {
  const share = shareWithin(words, passShare, range);
  const result = findResult(view, statement);
  return toItem(known, statement, {
    lines: [{ tone: "pass", text: `– ${words.results("uncertainShare", { share })}` }],
    crowds: result ? describeCrowds({ ...result, groups: [] }, words) : [],
  });
}
