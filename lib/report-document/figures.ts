import type { StatementResult } from "../results/results-view";
import { percent } from "../results/share-text";
import { countVoters, shareOfVoters, smallestCrowd, type Tally } from "../results/tally";
import type { Crowd, Figures } from "./report-document";
import type { ReportWords } from "./report-words";

/**
 * How a crowd voted, or a word when they are too few.
 * @param of what the bar is of: those who voted on the statement, or the whole crowd
 */
export function describeTally(
  tally: Tally,
  of: "voters" | "crowd",
  words: Pick<ReportWords, "number" | "results">,
): Figures {
  const voters = countVoters(tally);
  if (voters < smallestCrowd) {
    const isKnown = voters === 0 && !tally.isHidden;
    const note = isKnown ? words.results("votedOn", { count: 0 }) : words.results("tooFew");
    return { bar: null, agrees: "", disagrees: "", passes: "", note };
  }
  const share = (kind: "agrees" | "disagrees" | "passes") =>
    percent(words, shareOfVoters(tally, kind) ?? 0);
  const { agrees, disagrees, passes, notVoted } = tally;
  return {
    bar: { agrees, passes, disagrees, notVoted: of === "voters" ? 0 : (notVoted ?? 0) },
    agrees: share("agrees"),
    disagrees: share("disagrees"),
    passes: share("passes"),
    note:
      of === "voters" || notVoted === null
        ? words.results("votedOn", { count: voters })
        : words.results("notVoted", { count: notVoted }),
  };
}

/** One statement's votes: everybody, then each group. */
export function describeCrowds(
  { all, groups }: StatementResult,
  words: Pick<ReportWords, "number" | "results">,
): Crowd[] {
  const everybody = words.results("everybody");
  return [
    { name: everybody, letter: null, figures: describeTally(all, "voters", words) },
    ...groups.map(({ letter, tally }) => ({
      name: words.results("group", { letter }),
      letter,
      figures: describeTally(tally, "voters", words),
    })),
  ];
}
