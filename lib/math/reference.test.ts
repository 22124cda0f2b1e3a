import { beforeAll, describe, expect, test } from "vitest";
import { referenceConversations, referenceDir } from "@/server/testing/reference";
import type { Analysis } from "../schemas/analysis";
import { analyze } from "./analyze";
import { computeAdjustedRandIndex } from "./groups/adjusted-rand-index";
import {
  type Reference,
  type ReferenceConversation,
  readReferenceConversation,
} from "./testing/reference-conversation";

const dir = referenceDir();
/** The references are rounded to 8 decimals. */
const statisticTolerance = 1e-7;
const positionTolerance = 1e-6;

describe.skipIf(dir === null).each(referenceConversations)("%s", (name) => {
  let conversation: ReferenceConversation;
  let analysis: Analysis;
  beforeAll(() => {
    conversation = readReferenceConversation(dir ?? "", name);
    const { votes, statements } = conversation;
    analysis = analyze({ votes, statements, profile: "polis" });
  });

  test("has the same people, statements and groups", () => {
    const { reference, votes } = conversation;
    const { port } = reference;
    const clustered = Object.keys(analysis.membership);
    expect([...votes.participants].sort()).toEqual([...reference.participantOrder].sort());
    expect(new Set(clustered)).toEqual(new Set(Object.keys(port.groups)));
    expect(analysis.moderatedOut).toEqual(reference.modOut);
    expect(analysis.k).toBe(port.k);
    const ours = clustered.map((participant) => analysis.membership[participant]!);
    const theirs = clustered.map((participant) => port.groups[participant]!);
    expect(computeAdjustedRandIndex(ours, theirs)).toBe(1);
    expectNumbers(analysis.silhouettes, port.silhouettes, positionTolerance);
  });

  test("puts everybody, statements and base clusters in the same place", () => {
    const { port, statementOrder } = conversation.reference;
    const axes = [0, 1].map((axis) => axisSign(analysis, conversation.reference, axis));
    for (const [axis, component] of analysis.components.entries()) {
      const theirs = byStatement(statementOrder, port.pca.comps[axis]!, axes[axis]!);
      expectNumbers(component.loadings, theirs, positionTolerance);
      const variance = port.pca.explainedVariance[axis]!;
      expect(Math.abs(component.variance - variance)).toBeLessThan(positionTolerance);
    }
    expectNumbers(
      analysis.center,
      byStatement(statementOrder, port.pca.center, -1),
      positionTolerance,
    );
    for (const axis of [0, 1] as const) {
      const along = (points: Record<string, [number, number]>, sign: number) =>
        Object.fromEntries(Object.entries(points).map(([id, point]) => [id, sign * point[axis]]));
      expectNumbers(
        along(analysis.positions, 1),
        along(port.projection, -axes[axis]!),
        positionTolerance,
      );
      const centers = (clusters: { id: number; center: [number, number] }[]) =>
        Object.fromEntries(clusters.map(({ id, center }) => [id, center]));
      expectNumbers(
        along(centers(analysis.baseClusters), 1),
        along(centers(port.baseClusters), -axes[axis]!),
        positionTolerance,
      );
    }
    expect(analysis.baseClusters.map(({ id, members }) => ({ id, members }))).toEqual(
      port.baseClusters.map(({ id, members }) => ({ id, members })),
    );
    expectNumbers(analysis.extremity, port.commentExtremity, statisticTolerance);
  });

  test("selects the same statements with the same statistics", () => {
    expectStatements(analysis, conversation.reference.port);
  });

  test("reproduces the statistics of the published groups", () => {
    const { reference, votes, statements } = conversation;
    const groups = new Map(
      Object.entries(reference.published.groups).map(([id, group]) => [Number(id), group]),
    );
    const given = analyze({ votes, statements, profile: "polis", groups });
    const theirs = reference.onPublishedGroups;
    expect(given.membership).toEqual(reference.published.groups);
    expectStatements(given, theirs);
    expect(Object.keys(given.statementStats)).toEqual(Object.keys(theirs.groupStats));
    for (const [group, stats] of Object.entries(theirs.groupStats)) {
      expect(Object.keys(given.statementStats[group]!)).toEqual(Object.keys(stats));
      for (const [statement, { na, nd, ns, ...numbers }] of Object.entries(stats)) {
        const { agrees, disagrees, votes, ...ours } = given.statementStats[group]![statement]!;
        expect([agrees, disagrees, votes]).toEqual([na, nd, ns]);
        expectNumbers(ours, numbers, statisticTolerance);
      }
    }
  });
});

function expectStatements(analysis: Analysis, theirs: Reference["port" | "onPublishedGroups"]) {
  expect(analysis.groups.map(({ id }) => String(id))).toEqual(Object.keys(theirs.repness));
  for (const group of analysis.groups) {
    const expected = theirs.repness[group.id]!;
    expect(
      group.representative.map(({ statement, value, votes, best }) => [
        statement,
        value === 1 ? "agree" : "disagree",
        votes,
        best,
      ]),
    ).toEqual(
      expected.map((item) => [
        item.tid,
        item["repful-for"],
        item["n-trials"],
        item["best-agree"] ?? false,
      ]),
    );
    group.representative.forEach(({ value, agrees, disagrees, p, pTest, ...item }, index) => {
      const reference = expected[index]!;
      expect(value === 1 ? agrees : disagrees).toBe(reference["n-success"]);
      expectNumbers(
        { p, pTest, repness: item.repness, repnessTest: item.repnessTest },
        {
          p: reference["p-success"],
          pTest: reference["p-test"],
          repness: reference.repness,
          repnessTest: reference["repness-test"],
        },
        statisticTolerance,
      );
    });
  }
  for (const side of ["agree", "disagree"] as const) {
    const ours = analysis.consensus[side];
    expect(ours.map(({ statement, votes }) => [statement, votes])).toEqual(
      theirs.consensus[side].map((item) => [item.tid, item["n-trials"]]),
    );
    ours.forEach(({ agrees, disagrees, p, pTest }, index) => {
      const reference = theirs.consensus[side][index]!;
      expect(side === "agree" ? agrees : disagrees).toBe(reference["n-success"]);
      expectNumbers(
        { p, pTest },
        { p: reference["p-success"], pTest: reference["p-test"] },
        statisticTolerance,
      );
    });
  }
  const products = Object.entries(analysis.groupAwareConsensus).map(
    ([id, { product }]) => [id, product] as const,
  );
  expectNumbers(Object.fromEntries(products), theirs.groupAwareConsensus, statisticTolerance);
  expectNumbers(analysis.priorities, theirs.priorities, statisticTolerance);
}

function byStatement(ids: number[], values: number[], sign: number): Record<string, number> {
  return Object.fromEntries(ids.map((id, index) => [id, sign * values[index]!]));
}

/** +1 when the reference's component points the same way, else -1. */
function axisSign({ components }: Analysis, { port, statementOrder }: Reference, axis: number) {
  let dot = 0;
  statementOrder.forEach((id, column) => {
    dot += components[axis]!.loadings[id]! * port.pca.comps[axis]![column]!;
  });
  return dot < 0 ? -1 : 1;
}

function expectNumbers(
  ours: Record<string, number>,
  theirs: Record<string, number>,
  tolerance: number,
): void {
  expect(Object.keys(ours).sort()).toEqual(Object.keys(theirs).sort());
  const far = Object.keys(theirs).filter(
    (key) => !(Math.abs(ours[key]! - theirs[key]!) <= tolerance),
  );
  expect(far.map((key) => [key, ours[key], theirs[key]])).toEqual([]);
}
