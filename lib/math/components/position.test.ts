import { expect, test } from "vitest";
import { analyze } from "../analyze";
import { createRandom, shuffle } from "../random";
import { acceptedStatements, matrixOf, randomRows } from "../testing/matrices";
import { computePosition } from "./position";

const rows = randomRows(11, 40, 12);
const votes = matrixOf(rows);
const statements = acceptedStatements(12).map((statement) =>
  statement.id === 4 ? { ...statement, moderation: "rejected" as const } : statement,
);
const analysis = analyze({ votes, statements, profile: "polis" });
const votesOf = (participant: number) =>
  rows[participant]!.flatMap((value, id) => (value === null ? [] : [[id, value] as const]));

test("is bit for bit where the analysis puts the participant, in any order of votes", () => {
  const random = createRandom(1);
  for (const participant of rows.keys()) {
    const placed = computePosition(shuffle(votesOf(participant), random), analysis);
    expect(placed).toEqual(analysis.positions[participant]);
  }
});

test("moves with a vote, and stays where it is for a statement nobody knows", () => {
  const own = votesOf(0);
  const [first, value] = own.find(([id]) => id !== 4)!;
  const changed = own.map(([id, v]) => [id, id === first ? (value === 1 ? -1 : 1) : v] as const);
  expect(computePosition(changed, analysis)).not.toEqual(computePosition(own, analysis));
  expect(computePosition([...own, [999, 1]], analysis)).toEqual(computePosition(own, analysis));
});

test("is the middle without votes, and without an analysis of any", () => {
  expect(computePosition([], analysis)).toEqual([0, 0]);
  const none = analyze({ votes: matrixOf([]), statements, profile: "polis" });
  expect(computePosition([[0, 1]], none)).toEqual([0, 0]);
});
