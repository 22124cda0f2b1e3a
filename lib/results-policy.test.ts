import { describe, expect, test } from "vitest";
import { areResultsPublic, mayDiscloseResults, type ResultsQuestion } from "./results-policy";

const stranger: ResultsQuestion = {
  visibility: "always",
  resultsAfterVotes: 7,
  state: "open",
  ownVotes: 0,
  role: null,
};

describe("mayDiscloseResults", () => {
  test.each([
    // visibility, state, own votes, disclosed
    ["always", "draft", 0, false],
    ["always", "open", 0, true],
    ["always", "closed", 0, true],
    ["after-votes", "draft", 7, false],
    ["after-votes", "open", 0, false],
    ["after-votes", "open", 6, false],
    ["after-votes", "open", 7, true],
    ["after-votes", "open", 8, true],
    ["after-votes", "closed", 0, true],
    ["after-closing", "draft", 100, false],
    ["after-closing", "open", 100, false],
    ["after-closing", "closed", 0, true],
    ["organisers", "draft", 100, false],
    ["organisers", "open", 100, false],
    ["organisers", "closed", 100, false],
  ] as const)("%s, %s, %i own votes: %s", (visibility, state, ownVotes, disclosed) => {
    expect(mayDiscloseResults({ ...stranger, visibility, state, ownVotes })).toBe(disclosed);
  });

  test.each(["owner", "moderator", "analyst", "official", "observer"] as const)(
    "a member (%s) sees results under every visibility and in every state",
    (role) => {
      for (const visibility of ["always", "after-votes", "after-closing", "organisers"] as const) {
        for (const state of ["draft", "open", "closed"] as const) {
          expect(mayDiscloseResults({ ...stranger, visibility, state, role })).toBe(true);
        }
      }
    },
  );
});

test("results are public exactly when a stranger without votes may see them", () => {
  expect(areResultsPublic({ ...stranger, visibility: "always" })).toBe(true);
  expect(areResultsPublic({ ...stranger, visibility: "after-votes" })).toBe(false);
  expect(areResultsPublic({ ...stranger, visibility: "after-votes", state: "closed" })).toBe(true);
  expect(areResultsPublic({ ...stranger, visibility: "after-closing", state: "closed" })).toBe(
    true,
  );
});
