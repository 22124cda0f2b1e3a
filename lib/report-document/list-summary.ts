import type { ResultsView } from "../results/results-view";
import { percent, shareWithin } from "../results/share-text";
import { nameStability } from "../results/stability-band";
import { shareOfVoters } from "../results/tally";
import { tellCoverage } from "../results/tell-coverage";
import { findResult, type VotedMaterial } from "./report-material";
import type { ReportWords } from "./report-words";

/** A paragraph, or one that ends in a statement's own words. */
export interface SummaryItem {
  text: string;
  /** Null: nothing is quoted. */
  statement: number | null;
}

type Source = Pick<VotedMaterial, "view" | "words" | "isClosed">;

/** What a minister reads first: the figures in sentences. */
export function listSummary(source: Source): SummaryItem[] {
  const { view, words } = source;
  const { participants, votes, statements } = view;
  return [
    plain(words.report("summaryPeople", { participants, votes, statements: statements.length })),
    plain(tellGroups(source)),
    ...tellShared(source),
    ...tellDividing(view, words),
  ];
}

function plain(text: string): SummaryItem {
  return { text, statement: null };
}

function tellGroups({ view, words, isClosed }: Source): string {
  const { groups, structure, redrawings } = view;
  if (groups.length === 0) {
    return structure.pValue === null
      ? words.report("summaryNoGroupsUntested", { state: isClosed ? "closed" : "open" })
      : words.report("summaryNoGroups");
  }
  const named = groups.map(({ letter, size, share }) =>
    words.report("summaryGroup", { letter, people: size, share: percent(words, share) }),
  );
  const stable = groups.flatMap(({ letter, stability }) => {
    if (stability === null) return [];
    const share = percent(words, stability);
    return [words.report(`stability.${nameStability(stability)}`, { letter, share })];
  });
  const sentences = [
    words.report("summaryGroups", { count: groups.length, list: words.list(named) }),
  ];
  if (stable.length > 0) {
    const count = redrawings.ofGroups;
    sentences.push(words.report("summaryStability", { count, list: words.list(stable) }));
  }
  return sentences.join(" ");
}

function tellShared({ view, words }: Source): SummaryItem[] {
  const { shared, groups, coverage } = view;
  if (shared.length === 0) return [plain(words.report("summarySharedNone"))];
  const everywhere = shared.filter(({ isInEveryGroup }) => isInEveryGroup).length;
  const sentences = [
    words.report("summaryShared", { count: shared.length }),
    ...(groups.length > 0 ? [words.report("summaryEverywhere", { count: everywhere })] : []),
  ];
  return [
    plain(sentences.join(" ")),
    ...tellStrongest(view, words),
    ...(coverage ? [plain(tellCoverage(coverage, words))] : []),
  ];
}

function tellStrongest(view: ResultsView, words: ReportWords): SummaryItem[] {
  const strongest = view.shared.find(({ isInEveryGroup }) => isInEveryGroup);
  const result = strongest && findResult(view, strongest.statement);
  if (!result) return [];
  const isAgreement = strongest.value === 1;
  const share = shareOfVoters(result.all, isAgreement ? "agrees" : "disagrees");
  if (share === null) return [];
  const key = isAgreement ? "summaryStrongest" : "summaryStrongestDisagree";
  const text = words.report(key, { share: shareWithin(words, share, strongest) });
  return [{ text, statement: strongest.statement }];
}

function tellDividing({ groups, dividing }: ResultsView, words: ReportWords): SummaryItem[] {
  if (groups.length < 2) return [];
  const points = Math.round((dividing[0]?.difference ?? 0) * 100);
  return [plain(words.report("summaryDividing", { count: dividing.length, points }))];
}
