import { describe, expect, test } from "vitest";
import { analyze } from "@/lib/math/analyze";
import { unpackVotes } from "@/lib/math/votes/packed-votes";
import { createVoteStore } from "@/lib/math/votes/vote-store";
import { PublicAnalysis } from "@/lib/schemas/analysis";
import { createResultsView } from "./create-results-view";
import { countVoters } from "./tally";

/** What each camp of 20 thinks of a statement; `passes` people of each pass instead. */
interface Opinion {
  camps: [1 | -1, 1 | -1];
  passes?: number;
  moderation?: "accepted" | "rejected";
  isMetadata?: boolean;
  /** Only so many of each camp vote on it. */
  voters?: number;
}

const campSize = 20;
const shared: Opinion = { camps: [1, 1] };
const divided: Opinion = { camps: [1, -1] };

function analysisOf(opinions: Opinion[]): PublicAnalysis {
  const store = createVoteStore();
  opinions.forEach(({ camps, passes = 0, voters = campSize }, statement) => {
    for (let person = 0; person < 2 * campSize; person++) {
      const rank = Math.floor(person / 2);
      if (rank >= voters) continue;
      store.set(person, statement, rank < passes ? 0 : camps[person % 2 === 0 ? 0 : 1]);
    }
  });
  const { membership, positions, ...analysis } = analyze({
    votes: unpackVotes(store.read()),
    statements: opinions.map(({ moderation = "accepted", isMetadata = false }, id) => ({
      id,
      moderation,
      isMetadata,
    })),
    profile: "polis",
  });
  return analysis;
}

/** The same votes, as reported when they do not part into groups. */
function withoutGroups(analysis: PublicAnalysis): PublicAnalysis {
  return {
    ...analysis,
    k: 0,
    structure: { clear: false, pValue: 0.4, method: "test" },
    groups: [],
    statementStats: {},
    divisive: [],
    baseClusters: analysis.baseClusters.map((cluster) => ({ ...cluster, group: null })),
    coverage: { share: 0.9, perGroup: {}, worst: null },
  };
}

function viewOf(opinions: Opinion[], isPublished?: (statement: number) => boolean) {
  return viewOfAnalysis(analysisOf(opinions), isPublished);
}

function viewOfAnalysis(
  analysis: PublicAnalysis,
  isPublished: (statement: number) => boolean = () => true,
) {
  return createResultsView({ version: 3, createdAt: new Date(0), analysis }, isPublished);
}

const opinions = [
  ...Array.from({ length: 8 }, () => divided),
  ...Array.from({ length: 3 }, () => shared),
];

describe("createResultsView", () => {
  test("counts everybody, each group, and those who did not vote", () => {
    const view = viewOf([...opinions, { camps: [1, -1], voters: 6, passes: 1 }]);
    const last = view.statements.at(-1)!;
    expect(last.all).toEqual({ agrees: 5, disagrees: 5, passes: 2, notVoted: 28 });
    expect(last.groups.map(({ letter }) => letter)).toEqual(["A", "B"]);
    for (const { tally } of last.groups) {
      expect(countVoters(tally)).toBe(6);
      expect(tally.notVoted).toBe(14);
    }
  });

  test("names what everybody shares and what divides", () => {
    const view = viewOf(opinions);
    expect(view.shared.map(({ statement, value }) => [statement, value])).toEqual([
      [8, 1],
      [9, 1],
      [10, 1],
    ]);
    expect(view.shared.every(({ isInEveryGroup }) => isInEveryGroup)).toBe(true);
    expect(view.dividing).toHaveLength(5);
    for (const { statement, difference } of view.dividing) {
      expect(statement).toBeLessThan(8);
      expect(difference).toBe(1);
    }
  });

  test("sets a group's votes against those of all others", () => {
    const [group] = viewOf(opinions).groups;
    expect(group?.share).toBe(0.5);
    expect(group!.standsFor.length).toBeGreaterThan(0);
    for (const { value, group: own, others } of group!.standsFor) {
      expect(value === 1 ? own.agrees : own.disagrees).toBe(20);
      expect(value === 1 ? others.agrees : others.disagrees).toBe(0);
    }
  });

  test("leaves out whatever is not published, everywhere", () => {
    const hidden = new Set([0, 8]);
    const view = viewOf(opinions, (statement) => !hidden.has(statement));
    expect(view.statements.map(({ statement }) => statement)).not.toContain(0);
    const { map, ...said } = view;
    const named = JSON.stringify(said).matchAll(/"statement":(\d+)/g);
    expect([...named].map((match) => Number(match[1])).filter((id) => hidden.has(id))).toEqual([]);
  });

  test("a statement about the participant counts for everybody and for no group", () => {
    const view = viewOf([...opinions, { ...shared, isMetadata: true }]);
    expect(view.statements.at(-1)).toMatchObject({ statement: 11, groups: [] });
    expect(view.statements.at(-1)!.all.agrees).toBe(40);
  });

  test("what many passed on is uncertain, unless few voted at all", () => {
    const view = viewOf([
      ...opinions,
      { camps: [1, -1], passes: 12 },
      { camps: [1, -1], passes: 2, voters: 2 },
    ]);
    expect(view.uncertain).toHaveLength(1);
    const { statement, passShare, low, high } = view.uncertain[0]!;
    expect({ statement, passShare }).toEqual({ statement: 11, passShare: 0.6 });
    expect(low).toBeLessThan(passShare);
    expect(high).toBeGreaterThan(passShare);
  });

  test("no votes at all is an empty view", () => {
    expect(viewOf([])).toMatchObject({
      participants: 0,
      onMap: 0,
      shared: [],
      groups: [],
      dividing: [],
      uncertain: [],
      statements: [],
    });
  });

  test("sends no member and no statement with the map", () => {
    const { map } = viewOf(opinions);
    expect(JSON.stringify(map)).not.toMatch(/members|repness/);
    expect(map.baseClusters.reduce((sum, { count }) => sum + count!, 0)).toBe(40);
  });

  test("without clear groups everything that needs none is there", () => {
    const found = analysisOf(opinions);
    const view = viewOfAnalysis(withoutGroups(found));
    expect(view.structure).toEqual({ isClear: false, pValue: 0.4 });
    expect(view).toMatchObject({ onMap: 40, groups: [], dividing: [] });
    expect(view.shared.map(({ statement }) => statement)).toEqual([8, 9, 10]);
    expect(view.coverage).toEqual({ share: 0.9, leastServed: null });
    expect(view.statements.map(({ all }) => all)).toEqual(
      viewOfAnalysis(found).statements.map(({ all }) => all),
    );
    expect(view.statements.every(({ groups }) => groups.length === 0)).toBe(true);
  });

  test("says how often a group and a shared statement came out again", () => {
    const analysis = analysisOf(opinions);
    const [first] = analysis.groups;
    const view = viewOfAnalysis({
      ...analysis,
      stability: {
        ...analysis.stability,
        resamples: 50,
        sameK: 47,
        perGroup: { [first!.id]: 0.9 },
      },
      consensus: {
        ...analysis.consensus,
        agree: analysis.consensus.agree.map((entry) => ({ ...entry, survival: 0.98 })),
      },
      approximate: true,
    });
    expect(view.redrawings).toMatchObject({ ofGroups: 50, sameGroupCount: 47, areEarlier: true });
    const panel = view.groups.find(({ letter }) => letter === first!.letter);
    expect(panel?.stability).toBe(0.9);
    expect(view.shared[0]?.survival).toBe(0.98);
  });

  test("says that figures are carried on where they are, not where people came since", () => {
    const analysis = analysisOf(opinions);
    const redraw = (meanAdjustedRandIndex: number) => ({
      ...analysis,
      stability: {
        ...analysis.stability,
        resamples: 50,
        participants: analysis.participants - 1,
        meanAmongDrawn: 0.3,
        meanAdjustedRandIndex,
      },
      approximate: true,
    });
    expect(viewOfAnalysis(redraw(1 - (1 - 0.3))).redrawings.areCarriedOn).toBe(false);
    expect(viewOfAnalysis(redraw(0.4)).redrawings.areCarriedOn).toBe(true);
  });

  test("names the group that a shared list serves least, unless it is too small to show", () => {
    const analysis = analysisOf(opinions);
    const [group] = analysis.groups;
    const worst = { group: group!.id, share: 0.5 };
    const coverage = { share: 0.8, perGroup: {}, worst };
    expect(viewOfAnalysis({ ...analysis, coverage }).coverage).toEqual({
      share: 0.8,
      leastServed: { letter: group!.letter, share: 0.5 },
    });
    const groups = analysis.groups.map((each) => ({ ...each, size: 4 }));
    expect(viewOfAnalysis({ ...analysis, groups, coverage }).coverage?.leastServed).toBeNull();
  });

  test("shows what was stored before there was any of this", () => {
    const { coverage, approximate, ...before } = analysisOf(opinions);
    const { resamples, meanAdjustedRandIndex, perGroup } = before.stability;
    const old = {
      ...before,
      stability: { resamples, meanAdjustedRandIndex, perGroup },
      groups: before.groups.map((group) => ({
        ...group,
        representative: group.representative.map(({ low, high, ...rest }) => rest),
      })),
      divisive: before.divisive.map(({ low, high, ...rest }) => rest),
    };
    const view = viewOfAnalysis(PublicAnalysis.parse(old));
    expect(view.redrawings.ofGroups).toBe(0);
    expect(view.coverage).toBeNull();
    expect(view.dividing.every(({ interval }) => interval === null)).toBe(true);
    for (const { stability, standsFor } of view.groups) {
      expect(stability).toBeNull();
      expect(standsFor.length).toBeGreaterThan(0);
      for (const { low, high } of standsFor) expect([low > 0.8, high]).toEqual([true, 1]);
    }
  });
});
