import { describe, expect, test } from "vitest";
import { analyze } from "@/lib/math/analyze";
import { createVoteLedger } from "@/lib/math/vote-ledger";
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

function viewOf(opinions: Opinion[], isPublished: (statement: number) => boolean = () => true) {
  const ledger = createVoteLedger();
  opinions.forEach(({ camps, passes = 0, voters = campSize }, statement) => {
    for (let person = 0; person < 2 * campSize; person++) {
      const rank = Math.floor(person / 2);
      if (rank >= voters) continue;
      ledger.set(person, statement, rank < passes ? 0 : camps[person % 2 === 0 ? 0 : 1]);
    }
  });
  const { membership, positions, ...analysis } = analyze({
    votes: ledger.toMatrix(),
    statements: opinions.map(({ moderation = "accepted", isMetadata = false }, id) => ({
      id,
      moderation,
      isMetadata,
    })),
    profile: "polis",
  });
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
    expect(view.uncertain).toEqual([{ statement: 11, passShare: 0.6 }]);
  });

  test("no votes at all is an empty view", () => {
    expect(viewOf([])).toMatchObject({
      participants: 0,
      grouped: 0,
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
});
