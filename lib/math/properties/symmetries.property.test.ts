import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Analysis } from "../../schemas/analysis";
import { computeLeadingComponents } from "../components/leading-components";
import { projectVotes } from "../components/project-votes";
import { computeAdjustedRandIndex } from "../groups/adjusted-rand-index";
import { findGroups } from "../groups/find-groups";
import { gatherPlaces } from "../groups/places";
import { plenumParameters } from "../plenum/plenum-parameters";
import { createRandom, shuffle } from "../random";
import {
  anyConversation,
  type Conversation,
  campConversation,
  toMatrix,
} from "../testing/any-conversation";
import { meanVote, toDense } from "../testing/dense-conversation";
import { decomposeSymmetric } from "../testing/jacobi";
import { dot } from "../testing/plain-geometry";
import { analyzeGroups, profiles } from "../testing/profiles";
import { renameAnalysis } from "../testing/rename-analysis";
import { packVotes } from "../votes/packed-votes";

const runs = { numRuns: 25 };
/** Camps whose directions can be told apart: equal ones may come out turned in any way. */
const clearCamps = campConversation().filter(hasClearDirections);

describe.each(profiles)("profile %s", (profile) => {
  test("turns the map round when every vote is turned round", () => {
    fc.assert(
      fc.property(fc.oneof(anyConversation(), campConversation()), (conversation) => {
        const plain = analyzeGroups(profile, conversation);
        const flipped = analyzeGroups(profile, turnRound(conversation));
        expect(flipped.consensus.agree.map(({ statement }) => statement)).toEqual(
          plain.consensus.disagree.map(({ statement }) => statement),
        );
        expectSamePlaces(flipped, plain);
      }),
      runs,
    );
  });

  test("finds the same groups when every vote is turned round", () => {
    fc.assert(
      fc.property(clearCamps, (conversation) => {
        const plain = analyzeGroups(profile, conversation);
        const flipped = analyzeGroups(profile, turnRound(conversation));
        expectSamePartition(flipped, plain);
        expectCloseValues(flipped.silhouettes, plain.silhouettes);
      }),
      runs,
    );
  });

  test("keeps shares, directions and places when everybody comes twice", () => {
    fc.assert(
      fc.property(clearCamps, (conversation) => {
        const { rows, participantIds } = conversation;
        const ranks = [...participantIds.keys()];
        const once = analyzeGroups(profile, { ...conversation, participantIds: ranks });
        const twice = analyzeGroups(profile, {
          ...conversation,
          rows: [...rows, ...rows],
          participantIds: [...ranks, ...ranks.map((rank) => rank + rows.length)],
        });
        for (const [id, { agrees, disagrees, votes }] of Object.entries(once.statementTotals)) {
          const doubled = { agrees: 2 * agrees, disagrees: 2 * disagrees, votes: 2 * votes };
          expect(twice.statementTotals[id]).toEqual(doubled);
        }
        expectCloseValues(twice.center, once.center);
        expectSamePlaces(twice, once);
      }),
      runs,
    );
  });
});

describe("whoever has which number", () => {
  const renumber = ({ rows, statementIds, ...rest }: Conversation, seed: number) => {
    const people = shuffle([...rows.keys()], createRandom(seed));
    const columns = shuffle([...statementIds], createRandom(seed + 1));
    const moved = people.map((row) => columns.map((column) => rows[row]![column]!));
    return { people, columns, renumbered: { ...rest, statementIds, rows: moved } };
  };

  test("profile plenum has the same places and figures", () => {
    fc.assert(
      fc.property(clearCamps, fc.integer(), (conversation, seed) => {
        const { people, columns, renumbered } = renumber(conversation, seed);
        const plain = analyzeGroups("plenum", conversation);
        const back = renameAnalysis(analyzeGroups("plenum", renumbered), {
          participant: (id) => people[id]!,
          statement: (id) => columns[id]!,
        });
        expect(back.statementTotals).toEqual(plain.statementTotals);
        expect(back.center).toEqual(plain.center);
        expectSamePlaces(back, plain);
      }),
      runs,
    );
  });

  // Those of profile polis do depend on who comes first, and ours are not worse than they are.
  test("the groups found are the same, those of profile polis apart", () => {
    fc.assert(
      fc.property(clearCamps, fc.integer(), (conversation, seed) => {
        const { people, renumbered } = renumber(conversation, seed);
        const plain = findOwnGroups(conversation);
        findOwnGroups(renumbered).forEach(({ groupOfRow, inertia }, index) => {
          const expected = people.map((row) => plain[index]!.groupOfRow[row]!);
          expect(computeAdjustedRandIndex(groupOfRow, expected)).toBe(1);
          expect(inertia).toBeCloseTo(plain[index]!.inertia, 9);
        });
      }),
      runs,
    );
  });
});

function findOwnGroups(conversation: Conversation) {
  const votes = packVotes(toMatrix(conversation));
  const nothingOut = new Uint8Array(votes.statements.length);
  const map = computeLeadingComponents(votes, null, nothingOut);
  const points = projectVotes(votes, map, nothingOut);
  const everyRow = Int32Array.from(votes.participants.keys());
  const places = gatherPlaces(points, everyRow, plenumParameters);
  return findGroups({ places, candidates: [] }, plenumParameters);
}

function turnRound({ rows, ...rest }: Conversation): Conversation {
  const opposite = { "1": -1, "0": 0, "-1": 1 } as const;
  return {
    ...rest,
    rows: rows.map((row) => row.map((value) => (value === null ? null : opposite[value]))),
  };
}

function hasClearDirections(conversation: Conversation): boolean {
  const dense = toDense(conversation);
  const columns = dense.statements.map((statement) => {
    const mean = meanVote(dense, statement);
    return dense.participants.map((p) => (dense.vote(p, statement) ?? mean) - mean);
  });
  const { values } = decomposeSymmetric(columns.map((a) => columns.map((b) => dot(a, b))));
  const [one = 0, two = 0, three = 0] = values;
  return two < 0.9 * one && three < 0.9 * two;
}

function expectSamePartition(actual: Analysis, expected: Analysis): void {
  const ids = Object.keys(expected.membership);
  expect(Object.keys(actual.membership)).toEqual(ids);
  const labels = ({ membership }: Analysis) => Int32Array.from(ids, (id) => membership[id]!);
  expect(computeAdjustedRandIndex(labels(actual), labels(expected))).toBe(1);
}

/** Those of `expected`, up to the sign of each axis. */
function expectSamePlaces(actual: Analysis, expected: Analysis): void {
  for (const axis of [0, 1] as const) {
    const pairs = Object.entries(expected.positions).map(
      ([id, point]) => [actual.positions[id]![axis], point[axis]] as const,
    );
    const furthest = pairs.reduce((a, b) => (Math.abs(b[1]) > Math.abs(a[1]) ? b : a), [0, 0]);
    const sign = furthest[0] * furthest[1] < 0 ? -1 : 1;
    for (const [x, wanted] of pairs) expect(sign * x).toBeCloseTo(wanted, 6);
  }
}

function expectCloseValues(actual: Record<string, number>, expected: Record<string, number>): void {
  expect(Object.keys(actual)).toEqual(Object.keys(expected));
  for (const [key, value] of Object.entries(expected)) expect(actual[key]).toBeCloseTo(value, 9);
}
