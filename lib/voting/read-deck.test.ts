import { expect, test } from "vitest";
import { parsePast, readNext, readReserve } from "./read-deck";

const statement = { id: 7, text: "Trees cool the square.", language: null, isSeed: true };

test("a reserve survives being kept", () => {
  const reserve = { statements: [statement], total: 48 };
  expect(readReserve(structuredClone({ conversationId: 3, ...reserve }))).toEqual(reserve);
});

test.each([undefined, null, {}, { statements: [{ id: "7" }], total: 1 }, { statements: [] }])(
  "takes %j for no reserve",
  (kept) => {
    expect(readReserve(kept)).toBeNull();
  },
);

test("the next statements are read as the server sends them, and nothing else", () => {
  const answer = { next: [statement], remaining: 48 };
  expect(readNext(structuredClone(answer))).toEqual(answer);
  for (const other of [null, {}, { next: [{}], remaining: 1 }, { next: [], remaining: "1" }]) {
    expect(() => readNext(other)).toThrow(TypeError);
  }
});

test("the way back survives a reload", () => {
  const past = [
    { statement, before: null },
    { statement, before: { value: -1, important: true } },
  ];
  expect(parsePast(JSON.stringify(past))).toEqual(past);
});

test.each([
  null,
  "{",
  "{}",
  "[null]",
  JSON.stringify([{ statement, before: { value: 2, important: true } }]),
  JSON.stringify([{ statement }]),
])("takes %j for no way back", (text) => {
  expect(parsePast(text)).toEqual([]);
});
