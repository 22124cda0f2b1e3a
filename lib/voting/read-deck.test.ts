import { expect, test } from "vitest";
import { parsePast, readReserve } from "./read-deck";

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
