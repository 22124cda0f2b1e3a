import { describe, expect, test } from "vitest";
import { createSource, twoCamps } from "@/lib/map/testing-source";
import { analyze } from "@/lib/math/analyze";
import { readReferenceConversation } from "@/lib/math/testing/reference-conversation";
import { createVoteMatrix } from "@/lib/math/votes/vote-matrix";
import { listVotes } from "@/lib/math/votes/vote-stream";
import type { Analysis } from "@/lib/schemas/analysis";
import { suppressMap } from "@/lib/suppress/suppress-map";
import { referenceConversations, referenceDir } from "@/server/testing/reference";
import { findNearestGroup } from "./nearest-group";
import { findStanding, placeOf, type StandingBasis } from "./standing";

const dir = referenceDir();

describe.skipIf(dir === null).each(referenceConversations)("%s", (name) => {
  const { votes, statements } = readReferenceConversation(dir ?? "", name);
  const people = new Map<number, [number, number][]>();
  for (const { participant, statement, value } of listVotes(votes)) {
    people.set(participant, [...(people.get(participant) ?? []), [statement, value]]);
  }

  test("everybody stands where the analysis puts them, and is in its group", () => {
    const analysis = analyze({ votes, statements, profile: "plenum" });
    const told = { ...analysis, ...suppressMap(analysis) };
    const sizes = new Map(analysis.groups.map(({ id, size }) => [id, size]));
    const enough = Math.min(7, analysis.statementsVoted);
    for (const [participant, own] of people) {
      const standing = findStanding(own, analysis);
      if (own.length < enough) {
        expect(standing).toEqual({ kind: "few-votes", missing: enough - own.length });
        continue;
      }
      expect(placeOf(standing)).toEqual(analysis.positions[participant]); // to the last bit
      expect(findStanding(own, told)).toEqual(standing);
      const group = analysis.membership[participant]!;
      expect(standing).toMatchObject(
        sizes.get(group)! < 5
          ? { kind: "small-group" }
          : { kind: "group", letter: analysis.frame.letters[group] },
      );
    }
  });

  test("Pol.is' rules, which group places and not people, leave at most 4% to another middle", () => {
    const analysis = analyze({ votes, statements, profile: "polis" });
    const grouped = Object.entries(analysis.membership);
    const elsewhere = grouped.filter((entry) => isElsewhere(entry, analysis));
    expect(elsewhere.length).toBeLessThanOrEqual(0.04 * grouped.length);
  });
});

/** Every choice of so many of the numbers below `of`. */
function chooseOf(of: number, count: number): number[][] {
  if (count === 0) return [[]];
  if (of < count) return [];
  const withLast = chooseOf(of - 1, count - 1).map((rest) => [...rest, of - 1]);
  return [...withLast, ...chooseOf(of - 1, count)];
}

function isElsewhere([participant, group]: [string, number], analysis: Analysis): boolean {
  return findNearestGroup(analysis, analysis.positions[participant]!)?.id !== group;
}

/** Positions are what is voted on statements 0 and 1, of seven that nobody else feels about. */
function basisOf(source: Pick<StandingBasis, "baseClusters" | "groups" | "frame">): StandingBasis {
  const ids = [0, 1, 2, 3, 4, 5, 6];
  const axis = (on: number) => ({
    loadings: Object.fromEntries(ids.map((id) => [id, id === on ? 1 : 0])),
    variance: 1,
    varianceRatio: 0.5,
  });
  return {
    ...source,
    components: [axis(0), axis(1)],
    center: Object.fromEntries(ids.map((id) => [id, 0])),
    statementsVoted: ids.length,
    moderatedOut: [],
  };
}

function ballot(x: number, y: number, count = 7): [number, number][] {
  return [x, y, 0, 0, 0, 0, 0].slice(0, count).map((value, id) => [id, value]);
}

function camps(sizes: [number, number], middle = 1): StandingBasis {
  const basis = basisOf(
    createSource([
      { at: [-middle, 0.2], group: 0, count: sizes[0] },
      { at: [-middle, -0.2], group: 0, count: 0 },
      { at: [middle, 0.2], group: 1, count: sizes[1] },
      { at: [middle, -0.2], group: 1, count: 0 },
    ]),
  );
  basis.groups[0]!.center = [-middle, 0];
  basis.groups[1]!.center = [middle, 0];
  return basis;
}

test("names the nearest group", () => {
  expect(findStanding(ballot(-1, 0), camps([5, 5]))).toMatchObject({ kind: "group", letter: "A" });
  expect(findStanding(ballot(1, 0), camps([5, 5]))).toMatchObject({ kind: "group", letter: "B" });
});

test("does not name one of fewer than five people", () => {
  expect(findStanding(ballot(1, 0), camps([5, 4]))).toEqual({ kind: "small-group", at: [1, 0] });
});

test("calls outside who is further out than anybody of a group", () => {
  const near = camps([5, 5], 0.3);
  expect(findStanding(ballot(1, 1), near)).toEqual({ kind: "outside", at: [1, 1] });
  expect(findStanding(ballot(0, 0), near).kind).toBe("group");
});

test("calls nobody outside who votes as a camp does, whichever seven statements they were shown", () => {
  const agrees = (statement: number) => statement % 2 === 1 || statement % 4 === 0;
  const people = Array.from({ length: 24 }, (_, person) =>
    Array.from({ length: 12 }, (_, statement) => {
      if ((person * 7 + statement * 3) % 11 === 0) return 0;
      return agrees(person % 2 === 0 || statement % 2 === 1 ? statement : statement + 2) ? 1 : -1;
    }),
  );
  const votes = createVoteMatrix({
    participant: Int32Array.from(people.flatMap((own, id) => own.map(() => id))),
    statement: Int32Array.from(people.flatMap((own) => own.map((_, id) => id))),
    value: Int8Array.from(people.flat()),
  });
  const statements = people[0]!.map(
    (_, id) => ({ id, moderation: "accepted", isMetadata: false }) as const,
  );
  const analysis = analyze({ votes, statements, profile: "plenum" });
  const told = { ...analysis, ...suppressMap(analysis) };
  for (const shown of chooseOf(12, 7)) {
    const own = shown.map((statement) => [statement, agrees(statement) ? 1 : -1] as const);
    expect(findStanding(own, told).kind).toBe("group");
  }
});

test("says how many votes are missing, counting those that the analysis knows", () => {
  const unknown = [[999, 1]] as const;
  expect(findStanding([...ballot(1, 0, 5), ...unknown], camps([5, 5]))).toEqual({
    kind: "few-votes",
    missing: 2,
  });
});

test("takes no more votes than there are statements", () => {
  const few = { ...camps([5, 5]), statementsVoted: 3 };
  expect(findStanding(ballot(1, 0, 3), few).kind).toBe("group");
});

test("gives a place without groups, and none on an empty map", () => {
  const alone = { ...camps([5, 5]), groups: [] };
  expect(findStanding(ballot(1, 0), alone)).toEqual({ kind: "no-groups", at: [1, 0] });
  expect(findStanding(ballot(1, 0), basisOf(createSource([])))).toEqual({ kind: "no-map" });
  expect(placeOf({ kind: "no-map" })).toBeNull();
});

test("two groups that each stand in one place have no outside", () => {
  const basis = basisOf(twoCamps());
  for (const group of basis.groups) group.center = [group.id === 0 ? -2 : 2, 0];
  basis.baseClusters = basis.groups.map(({ id, center }) => ({ id, center, group: id, count: 9 }));
  expect(findStanding(ballot(1, 1), basis)).toMatchObject({ kind: "group", letter: "B" });
});
