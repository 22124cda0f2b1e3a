import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Analysis } from "../schemas/analysis";
import { analyze } from "./analyze";
import { readRows, toPreviousAnalysis } from "./previous-analysis";
import {
  anyConversation,
  type Conversation,
  conversationOf,
  toMatrix,
} from "./testing/any-conversation";
import { profiles } from "./testing/profiles";

/** Groups for some of the participants, and for people who never voted. */
const anyGroups = (participantIds: readonly number[]) =>
  fc
    .array(
      fc.tuple(fc.constantFrom(...participantIds, 7, 8), fc.constantFrom(0, 1, 5, 2 ** 31 - 1)),
    )
    .map((entries) => new Map(entries));

const anyCase = anyConversation().chain((conversation) =>
  fc.record({
    conversation: fc.constant(conversation),
    groups: fc.option(anyGroups(conversation.participantIds), { nil: undefined }),
  }),
);

function expectValid(analysis: Analysis, { rows, statementIds }: Conversation): void {
  expect(Analysis.parse(analysis)).toEqual(analysis); // zod refuses NaN and Infinity
  const voted = rows.filter((row) => row.some((value) => value !== null));
  expect(analysis.participants).toBe(voted.length);
  expect(analysis.votes).toBe(voted.flat().filter((value) => value !== null).length);
  expect(Object.keys(analysis.positions)).toHaveLength(voted.length);
  const columns = statementIds.filter((_, s) => rows.some((row) => (row[s] ?? null) !== null));
  for (const byStatement of [
    analysis.statementTotals,
    analysis.priorities,
    analysis.extremity,
    analysis.center,
    analysis.groupAwareConsensus,
    ...analysis.components.map(({ loadings }) => loadings),
  ]) {
    expect(Object.keys(byStatement)).toEqual(columns.map(String));
  }
  expectValidGroups(analysis);
  expectValidRanges(analysis);
}

function expectValidGroups(analysis: Analysis): void {
  const { groups, membership, frame, baseClusters, k } = analysis;
  expect(k).toBe(groups.length);
  expect(groups.map(({ id }) => `${id}`).sort()).toEqual(Object.keys(frame.letters).sort());
  expect(new Set(Object.values(frame.letters)).size).toBe(k);
  const sizes = new Map(groups.map(({ id }) => [id, 0]));
  for (const group of Object.values(membership)) sizes.set(group, sizes.get(group)! + 1);
  expect(groups.map(({ size }) => size)).toEqual([...sizes.values()]);
  expect(groups.every(({ size }) => size > 0)).toBe(true);
  const members = baseClusters.flatMap((cluster) => cluster.members ?? []);
  expect(new Set(members).size).toBe(members.length);
  for (const participant of members) expect(analysis.positions).toHaveProperty(`${participant}`);
}

function expectValidRanges(analysis: Analysis): void {
  const within = (low: number, values: Iterable<number>, high: number) => {
    for (const value of values) {
      expect(value).toBeGreaterThanOrEqual(low);
      expect(value).toBeLessThanOrEqual(high);
    }
  };
  const { components, consensus, groupAwareConsensus } = analysis;
  const { POSITIVE_INFINITY, MIN_VALUE } = Number;
  within(-1, Object.values(analysis.silhouettes), 1);
  within(-1, Object.values(analysis.center), 1);
  within(
    0,
    components.map(({ variance }) => variance),
    POSITIVE_INFINITY,
  );
  within(
    0,
    components.map(({ varianceRatio }) => varianceRatio),
    1 + 1e-9,
  );
  within(MIN_VALUE, Object.values(analysis.priorities), POSITIVE_INFINITY);
  within(0, Object.values(analysis.extremity), POSITIVE_INFINITY);
  const listed = [...consensus.agree, ...consensus.disagree];
  within(
    0,
    listed.flatMap(({ p, low, high }) => [p, low, high]),
    1,
  );
  expect(listed.filter(({ statement }) => analysis.moderatedOut.includes(statement))).toEqual([]);
  for (const { product, geometricMean, minimum } of Object.values(groupAwareConsensus)) {
    within(0, [product, geometricMean, minimum], 1);
    expect(minimum).toBeLessThanOrEqual(geometricMean + 1e-12);
    expect(product).toBeLessThanOrEqual(minimum + 1e-12);
  }
}

describe.each(profiles)("profile %s", (profile) => {
  test("any votes make a whole analysis of finite numbers", () => {
    fc.assert(
      fc.property(anyCase, ({ conversation, groups }) => {
        const { statements } = conversation;
        const votes = toMatrix(conversation);
        expectValid(analyze({ votes, statements, profile, groups }), conversation);
      }),
      { numRuns: 100 },
    );
  });

  test("whatever came before", () => {
    fc.assert(
      fc.property(anyCase, anyCase, (before, after) => {
        const run = ({ conversation, groups }: typeof before, previous?: Analysis) =>
          analyze(
            { votes: toMatrix(conversation), statements: conversation.statements, profile, groups },
            previous && toPreviousAnalysis({ frame: previous.frame, rows: readRows(previous) }),
          );
        expectValid(run(after, run(before)), after.conversation);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    { participants: 1, statements: 300 },
    { participants: 300, statements: 1 },
    { participants: 2, statements: 120 },
    { participants: 130, statements: 2 },
  ])("$participants participants and $statements statements", ({ participants, statements }) => {
    const cell = (r: number, s: number) =>
      ([1, -1, 0, null, 1] as const)[(r * r + 3 * s + r * s) % 5]!;
    const conversation = conversationOf(
      Array.from({ length: participants }, (_, r) =>
        Array.from({ length: statements }, (_, s) => cell(r, s)),
      ),
    );
    const votes = toMatrix(conversation);
    expectValid(analyze({ votes, statements: conversation.statements, profile }), conversation);
  });
});
