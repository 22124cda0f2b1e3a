import { expect, test } from "vitest";
import { readSettings, splitLines } from "./read-settings";

test("a form says every setting; a box that is not ticked is not sent", () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({
    askedBy: "  市政府  ",
    resultsVisibility: "after-votes",
    resultsAfterVotes: "5",
    moderation: "strict",
    participantsMayWrite: "on",
    statementMaxLength: "140",
    answerDays: "30",
    licence: "CC0-1.0",
    embedHosts: "https://news.example\r\n\r\n  https://blog.example ",
  })) {
    form.set(name, value);
  }
  expect(readSettings(form)).toEqual({
    askedBy: "市政府",
    resultsVisibility: "after-votes",
    resultsAfterVotes: 5,
    moderation: "strict",
    participantsMayWrite: true,
    statementMaxLength: 140,
    publicVotes: false,
    answerDays: 30,
    licence: "CC0-1.0",
    embedHosts: ["https://news.example", "https://blog.example"],
  });
});

test("an empty field of days promises nothing", () => {
  const form = new FormData();
  form.set("answerDays", "");
  expect(readSettings(form).answerDays).toBeNull();
});

test("blank lines are no statements", () => {
  expect(splitLines("\n 一 \n\n二\r\n")).toEqual(["一", "二"]);
  expect(splitLines("")).toEqual([]);
});
