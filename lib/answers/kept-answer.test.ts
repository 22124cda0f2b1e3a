import { expect, test } from "vitest";
import { keptAnswerHeader, packKeptAnswer, unpackKeptAnswer } from "./kept-answer";

test("what was typed comes back as it was, whatever the script, in the bytes a header may hold", () => {
  const kept = {
    problem: "answer-changed",
    form: "answer" as const,
    statementId: 3,
    fields: { reason: "樹\r\nشجر \u0000 🌳", unit: "" },
  };
  const header = packKeptAnswer(kept)[keptAnswerHeader]!;
  expect(header).toMatch(/^[\x21-\x7e]+$/);
  expect(unpackKeptAnswer(header)).toEqual(kept);
});

test("without a header nothing was kept", () => {
  expect(unpackKeptAnswer(null)).toBeNull();
  expect(unpackKeptAnswer("")).toBeNull();
});
