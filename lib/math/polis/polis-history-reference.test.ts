import { beforeAll, describe, expect, test } from "vitest";
import { referenceDir } from "@/server/testing/reference";
import type { Analysis } from "../../schemas/analysis";
import { analyze } from "../analyze";
import { toAnalysis } from "../computed-analysis";
import {
  type ReferenceConversation,
  readReferenceConversation,
  readVoteHistory,
} from "../testing/reference-conversation";
import { createPolisHistory } from "./polis-history";
import { polisParameters } from "./polis-parameters";

const dir = referenceDir();
const batchCount = 12;

describe.skipIf(dir === null)("vtaiwan.uberx, vote by vote in twelve batches", () => {
  let conversation: ReferenceConversation;
  const updates: Analysis[] = [];
  beforeAll(() => {
    conversation = readReferenceConversation(dir ?? "", "vtaiwan.uberx");
    const votes = readVoteHistory(dir ?? "", "vtaiwan.uberx")!;
    const history = createPolisHistory();
    history.moderate(conversation.statements);
    for (let batch = 0; batch < batchCount; batch++) {
      const from = Math.floor((batch * votes.length) / batchCount);
      const to = Math.floor(((batch + 1) * votes.length) / batchCount);
      updates.push(toAnalysis(history.update(votes.slice(from, to))));
    }
  });

  test("nobody leaves, and nobody with enough votes is left out", () => {
    for (const [index, { membership }] of updates.entries()) {
      const before = Object.keys(updates[index - 1]?.membership ?? {});
      expect(before.filter((participant) => membership[participant] === undefined)).toEqual([]);
    }
    const { inConv } = conversation.reference.port;
    const last = updates.at(-1)!.membership;
    expect(inConv.filter((participant) => last[participant] === undefined)).toEqual([]);
  });

  test("no more base clusters than there may be, and ids only come anew", () => {
    let largest = -1;
    for (const [index, { baseClusters }] of updates.entries()) {
      const ids = baseClusters.map(({ id }) => id);
      expect(ids.length).toBeLessThanOrEqual(polisParameters.baseClusters);
      const known = new Set(updates[index - 1]?.baseClusters.map(({ id }) => id));
      expect(ids.filter((id) => id <= largest && !known.has(id))).toEqual([]);
      largest = Math.max(largest, ...ids);
    }
  });

  test("another number of groups has won four updates running", () => {
    for (const [index, { frame }] of updates.entries()) {
      const before = updates[index - 1];
      if (!before || frame.k === before.frame.k) continue;
      expect(frame.smoother.lastK).toBe(frame.k);
      expect(frame.smoother.lastKCount).toBeGreaterThanOrEqual(4);
    }
  });

  test("at the end, what has no memory is as in one cold run", () => {
    const { votes, statements } = conversation;
    const last = updates.at(-1)!;
    const groups = new Map(
      Object.entries(last.membership).map(([id, group]) => [Number(id), group]),
    );
    const cold = analyze({ votes, statements, profile: "polis", groups });
    expect(last.center).toEqual(cold.center);
    expect(last.statementTotals).toEqual(cold.statementTotals);
    expect(last.statementStats).toEqual(cold.statementStats);
    expect(last.groupAwareConsensus).toEqual(cold.groupAwareConsensus);
    for (const [index, { variance }] of last.components.entries()) {
      // A hundred products from where it was left find the same direction.
      expect(variance / cold.components[index]!.variance).toBeCloseTo(1, 6);
    }
  });
});
