import { expect, test } from "vitest";
import { analyze } from "./analyze";
import { createEngine } from "./engine";
import { createRandom, shuffle } from "./random";
import { packVotes } from "./votes/packed-votes";
import { createVoteMatrix } from "./votes/vote-matrix";

const statementCount = 24;
const statements = Array.from({ length: statementCount }, (_, id) => ({
  id,
  moderation: id === 5 ? ("rejected" as const) : ("accepted" as const),
  isMetadata: id === 9,
}));

/** Two camps of 60 and 40 who differ on two statements of three; 60% of the votes are there. */
function listVotes(): { participant: number; statement: number; value: number }[] {
  const random = createRandom(7);
  const votes = [];
  for (let participant = 0; participant < 100; participant++) {
    const sign = participant % 5 < 3 ? 1 : -1;
    for (let statement = 0; statement < statementCount; statement++) {
      const agreeShare = statement % 3 === 0 ? 0.6 : 0.5 + 0.3 * sign;
      const draw = random();
      if (random() > 0.6) continue;
      votes.push({ participant, statement, value: draw < agreeShare ? 1 : draw < 0.95 ? -1 : 0 });
    }
  }
  return votes;
}

function matrixOf(votes: readonly { participant: number; statement: number; value: number }[]) {
  return createVoteMatrix({
    participant: Int32Array.from(votes, (vote) => vote.participant),
    statement: Int32Array.from(votes, (vote) => vote.statement),
    value: Int8Array.from(votes, (vote) => vote.value),
  });
}

test("in one go, in batches and a vote at a time, in any order: the same bytes", () => {
  const votes = listVotes();
  const whole = createEngine(packVotes(matrixOf(votes))).analyze({ statements });
  const bytes = JSON.stringify(whole.core);
  for (const seed of [1, 2]) {
    const shuffled = shuffle(votes, createRandom(seed));
    const engine = createEngine(packVotes(matrixOf(shuffled.slice(0, 500))));
    for (const [index, { participant, statement, value }] of shuffled.slice(500).entries()) {
      engine.set(participant, statement, 0 - value); // and then thinks again
      engine.set(participant, statement, value);
      if (index % 200 === 0) engine.analyze({ statements, carried: whole.certainty });
    }
    engine.set(1000, 3, 1);
    engine.analyze({ statements });
    engine.set(1000, 3, null);
    const { core, rows, frame } = engine.analyze({ statements });
    expect(JSON.stringify(core)).toBe(bytes);
    expect(rows).toEqual(whole.rows);
    expect(frame).toEqual(whole.frame);
  }
  expect(engineOfNothing().core.votes).toBe(0);
}, 60_000);

function engineOfNothing() {
  return createEngine().analyze({ statements: [] });
}

test("two camps are found, and everybody is in theirs", () => {
  const { membership, structure, k } = analyze({
    votes: matrixOf(listVotes()),
    statements,
    profile: "plenum",
  });
  expect(structure.clear).toBe(true);
  expect(k).toBe(2);
  const misplaced = Object.entries(membership).filter(
    ([participant, group]) => (Number(participant) % 5 < 3 ? 0 : 1) !== group,
  );
  expect(misplaced.length).toBeLessThanOrEqual(3);
});

test("carried certainty makes an analysis approximate and changes nothing else", () => {
  const engine = createEngine(packVotes(matrixOf(listVotes())));
  const complete = engine.analyze({ statements });
  const quick = engine.analyze({ statements, carried: complete.certainty });
  expect(quick.core).toEqual({ ...complete.core, approximate: true });
});
