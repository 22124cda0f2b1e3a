import { expect, test } from "vitest";
import { createEngine } from "@/lib/math/engine";
import { toPreviousAnalysis } from "@/lib/math/frame/previous-analysis";
import { createRandom, shuffle } from "@/lib/math/random";
import { acceptedStatements } from "@/lib/math/testing/matrices";
import { simulateVotes } from "@/lib/math/testing/simulated-votes";
import { unpackVotes } from "@/lib/math/votes/packed-votes";
import { listVotes } from "@/lib/math/votes/vote-stream";
import type { HistoryStep } from "@/lib/schemas/history";
import { suppressMap } from "@/lib/suppress/suppress-map";
import { replayHistory } from "./replay-history";
import { toMapSource } from "./to-map-source";
import type { VoteHistory } from "./vote-history";

const statements = acceptedStatements(12);
const hour = 3_600_000;

/** Two camps of 20; every tenth vote is turned round or taken back at the end. */
function createHistory(): VoteHistory {
  const simulated = simulateVotes({
    participants: 40,
    statements: 12,
    votesPerParticipant: 10,
    groups: 2,
    seed: 7,
  });
  const votes = shuffle(listVotes(unpackVotes(simulated.votes)), createRandom(3));
  const changed = votes
    .filter((_, index) => index % 10 === 0)
    .map((vote) => ({ ...vote, value: vote.value === 0 ? 2 : 0 - vote.value }));
  const all = [...votes, ...changed];
  return {
    participants: Int32Array.from(all, ({ participant }) => participant),
    statements: Int32Array.from(all, ({ statement }) => statement),
    values: Int8Array.from(all, ({ value }) => value),
    at: Float64Array.from(all, (_, index) => index * hour),
  };
}

function analyseFirst(votes: VoteHistory, length: number) {
  const engine = createEngine();
  for (let i = 0; i < length; i++) {
    const value = votes.values[i]!;
    engine.set(votes.participants[i]!, votes.statements[i]!, value === 2 ? null : value);
  }
  return engine.analyze({ statements });
}

function replay(votes: VoteHistory, count: number): HistoryStep[] {
  const present = analyseFirst(votes, votes.values.length);
  const { structure } = present.core;
  const previous = toPreviousAnalysis(present);
  return [
    ...replayHistory({ votes, statements, previous, structure, includesPresent: false }, count),
  ];
}

test("each step counts the votes that stood then, and no later ones", () => {
  const votes = createHistory();
  const steps = replay(votes, 8);
  expect(steps).toHaveLength(7);
  for (const [index, step] of steps.entries()) {
    const length = Math.floor(((7 - index) * votes.values.length) / 8);
    const { core } = analyseFirst(votes, length);
    const { votes: standing, participants, clustered: onMap } = suppressMap(core);
    expect(step).toMatchObject({ votes: standing, participants, onMap });
    expect(step.at).toBe(new Date((length - 1) * hour).toISOString());
  }
});

test("a step places everybody where an analysis of its votes alone does, up to the frame", () => {
  const votes = createHistory();
  const [step] = replay(votes, 2);
  const core = suppressMap(analyseFirst(votes, Math.floor(votes.values.length / 2)).core);
  const spread = (clusters: { center: [number, number] }[]) =>
    clusters.map(({ center: [x, y] }) => Math.sqrt(x * x + y * y)).sort((a, b) => a - b);
  const [shown, expected] = [spread(toMapSource(step!).baseClusters), spread(core.baseClusters)];
  expect(shown).toHaveLength(expected.length);
  for (const [index, distance] of shown.entries()) {
    expect(Math.abs(distance - expected[index]!)).toBeLessThan(0.002);
  }
});

test("among fewer than ten people there are no groups, and among fewer than five no map", () => {
  const steps = replay(createHistory(), 200);
  const small = steps.filter(({ participants }) => participants < 10);
  expect(small.length).toBeGreaterThan(0);
  expect(small.every(({ groups }) => groups.length === 0)).toBe(true);
  const tiny = steps.filter(({ onMap }) => onMap === 0);
  expect(tiny.length).toBeGreaterThan(0);
  expect(tiny.every(({ clusters }) => clusters.length === 0)).toBe(true);
});

test("a conversation of one vote has no step before now", () => {
  const one = (value: number) => Int32Array.of(value);
  const votes: VoteHistory = {
    participants: one(0),
    statements: one(0),
    values: Int8Array.of(1),
    at: Float64Array.of(0),
  };
  expect(replay(votes, 60)).toEqual([]);
});
