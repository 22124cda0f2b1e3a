import { expect, test } from "vitest";
import { matrixOf } from "../testing/matrices";
import { capVotes } from "./cap-votes";

const matrix = matrixOf([
  [null, null, 1], // participant 0 first votes on statement 2
  [1, null, -1],
  [null, 0, 1],
  [1, 1, null],
]);

test("within the caps nothing changes", () => {
  expect(capVotes(matrix, { maxParticipants: 4, maxStatements: 3 })).toBe(matrix);
});

test("the first people in row order stay, and statements left without votes go", () => {
  const capped = capVotes(matrix, { maxParticipants: 2, maxStatements: 3 });
  expect([...capped.participants]).toEqual([1, 3]);
  expect(capped).toEqual(capVotes(capped, { maxParticipants: 2, maxStatements: 3 }));
  const one = capVotes(matrix, { maxParticipants: 1, maxStatements: 3 });
  expect([...one.statements]).toEqual([0, 2]);
  expect([...one.columns]).toEqual([0, 1]);
  expect([...one.values]).toEqual([1, -1]);
});

test("the lowest statements stay, and people who only voted on others go", () => {
  const capped = capVotes(matrix, { maxParticipants: 4, maxStatements: 2 });
  expect([...capped.participants]).toEqual([1, 2, 3]);
  expect([...capped.statements]).toEqual([0, 1]);
  expect([...capped.values]).toEqual([1, 0, 1, 1]);
});

test("a statement that only people over the cap voted on takes no room", () => {
  // Read by statement, then participant: statement 0 brings in 0, statement 1 brings in 2. Two are
  // the most, so 1 is ignored whenever it votes, and statement 2, its alone, is never seen. Of
  // statements three are the most: 0, 1 and 3.
  const capped = capVotes(
    matrixOf([
      [1, null, null, null, 1],
      [null, null, 1, 1, null],
      [null, -1, null, 0, 1],
    ]),
    { maxParticipants: 2, maxStatements: 3 },
  );
  expect([...capped.participants]).toEqual([0, 2]);
  expect([...capped.statements]).toEqual([0, 1, 3]);
});
