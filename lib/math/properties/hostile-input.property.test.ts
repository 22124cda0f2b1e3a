import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Analysis } from "../../schemas/analysis";
import { analyze } from "../analyze";
import { readRows, toPreviousAnalysis } from "../frame/previous-analysis";
import {
  anyConversation,
  type Conversation,
  conversationOf,
  toMatrix,
} from "../testing/any-conversation";
import { profiles } from "../testing/profiles";
import type { AnalysisStatement } from "../votes/statement-flags";

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

function tableOf<Cell>(rows: number, columns: number, cell: (row: number, column: number) => Cell) {
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => cell(r, c)),
  );
}

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
  const { stability, structure, coverage } = analysis;
  const { resamples, meanAdjustedRandIndex, perGroup, sameK } = stability;
  within(0, Object.values(perGroup), 1);
  within(-1, [meanAdjustedRandIndex ?? 0], 1);
  within(0, [sameK], resamples);
  within(0, [structure.pValue ?? 0, coverage!.share, ...Object.values(coverage!.perGroup)], 1);
  within(
    0,
    listed.map(({ survival }) => survival ?? 0),
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

  test.each([-1, 0.5, 2 ** 31, Number.NaN])("the group %d cannot be given", (group) => {
    const { statements, ...conversation } = conversationOf([[1], [-1]]);
    const votes = toMatrix({ statements, ...conversation });
    const groups = new Map([[0, group]]);
    expect(() => analyze({ votes, statements, profile, groups })).toThrow(RangeError);
  });

  test.each<[string, Partial<AnalysisStatement> | null]>([
    ["rejected", { moderation: "rejected" }],
    ["metadata", { isMetadata: true }],
    ["unknown", null],
  ])("every statement is %s", (_, flags) => {
    const cell = (r: number, s: number) => ([1, -1, 0, null, 1] as const)[(r * s + r + s) % 5]!;
    const plain = conversationOf(tableOf(40, 9, cell));
    const statements = flags ? plain.statements.map((one) => ({ ...one, ...flags })) : [];
    const analysis = analyze({ votes: toMatrix(plain), statements, profile });
    expectValid(analysis, plain);
    expect(analysis.moderatedOut).toHaveLength(flags ? 9 : 0);
    if (!flags) return;
    expect(new Set(Object.values(analysis.positions).flat())).toEqual(new Set([0]));
    expect(analysis.consensus).toEqual({ agree: [], disagree: [] });
  });

  test.each<[string, (row: number, column: number) => 1 | 0 | -1 | null]>([
    ["passes on everything", () => 0],
    ["agrees with everything", () => 1],
    ["says the same", (_, column) => ([1, -1, 0] as const)[column % 3]!],
    [
      "is of one of two minds",
      (row, column) => (row % 3 === 0 ? 1 : ([1, -1] as const)[column % 2]!),
    ],
    ["votes on a statement of their own", (row, column) => (row === column ? 1 : null)],
  ])("everybody %s", (_, cell) => {
    const conversation = conversationOf(tableOf(45, 45, cell));
    const votes = toMatrix(conversation);
    expectValid(analyze({ votes, statements: conversation.statements, profile }), conversation);
  });

  test.each([
    { participants: 1, statements: 300 },
    { participants: 300, statements: 1 },
    { participants: 2, statements: 120 },
    { participants: 130, statements: 2 },
  ])("$participants participants and $statements statements", ({ participants, statements }) => {
    const cell = (r: number, s: number) =>
      ([1, -1, 0, null, 1] as const)[(r * r + 3 * s + r * s) % 5]!;
    const conversation = conversationOf(tableOf(participants, statements, cell));
    const votes = toMatrix(conversation);
    expectValid(analyze({ votes, statements: conversation.statements, profile }), conversation);
  });
});
