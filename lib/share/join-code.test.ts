import { expect, test } from "vitest";
import {
  formatJoinCode,
  isProperJoinCode,
  joinCodeLetters,
  readJoinCode,
  shortAddress,
} from "./join-code";

test("no sign is like another, and none is a vowel", () => {
  expect(joinCodeLetters).not.toMatch(/[01OIL2Z5S8BAEUY34V]/i);
  expect(new Set(joinCodeLetters).size).toBe(joinCodeLetters.length);
});

test.each([
  "K7MQXD",
  "k7m-qxd",
  " K7M QXD ",
  "k7m–qxd",
  "Ｋ７Ｍ－ＱＸＤ",
  "k۷mqxd",
  "k٧m\u200eqxd",
])("%j is read as it was meant", (typed) => expect(readJoinCode(typed)).toBe("K7MQXD"));

test.each(["", "K7MQX", "K7MQXDD", "K7MQX0", "K7MQXO", "..", "КМРТХС"])("%j is no code", (typed) =>
  expect(readJoinCode(typed)).toBeNull(),
);

test("a code is shown in two parts and read back", () => {
  expect(formatJoinCode("K7MQXD")).toBe("K7M-QXD");
  expect(readJoinCode(formatJoinCode("K7MQXD"))).toBe("K7MQXD");
});

test.each(["FCKQXD", "QKKKXD", "96669X", "QD69XX"])("%s is not for a wall", (letters) =>
  expect(isProperJoinCode(letters)).toBe(false),
);

test("nearly all codes can be shown", () => {
  expect(isProperJoinCode("K7MQXD")).toBe(true);
});

test("a short address is typed without a scheme", () => {
  expect(shortAddress("https://plenum.example", "K7MQXD")).toBe("plenum.example/j/K7M-QXD");
  expect(shortAddress("http://localhost:3000", "K7MQXD")).toBe("localhost:3000/j/K7M-QXD");
});
