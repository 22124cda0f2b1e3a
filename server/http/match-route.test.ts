import { expect, test } from "vitest";
import { createMatcher } from "./match-route";
import type { Route } from "./route";

const handle = () => {};
const match = createMatcher([
  { method: "GET", pattern: "/api/v1/conversations/:slug/next", handle },
  { method: "POST", pattern: "/api/v1/conversations/:slug/votes", handle },
  { method: "ALL", pattern: "/api/auth/*", handle },
] satisfies Route[]);

test("a pattern names segments and decodes them", () => {
  expect(match("GET", "/api/v1/conversations/stra%C3%9Fe/next")).toMatchObject({
    kind: "found",
    params: { slug: "straße" },
  });
});

test("GET serves HEAD as well", () => {
  expect(match("HEAD", "/api/v1/conversations/town/next").kind).toBe("found");
});

test("a known address with another method tells which ones it takes", () => {
  expect(match("DELETE", "/api/v1/conversations/town/votes")).toEqual({
    kind: "method",
    allow: ["POST", "OPTIONS"],
  });
});

test("a star takes the rest of the path and every method", () => {
  expect(match("PUT", "/api/auth/sign-in/email")).toMatchObject({
    kind: "found",
    params: { rest: "sign-in/email" },
  });
});

test.each([
  "/api/auth",
  "/api/v1/conversations//next",
  "/c/town",
  "/api/v1/conversations/a/b/next",
])("%s is none of the routes", (path) => expect(match("GET", path)).toEqual({ kind: "none" }));

test("a segment that cannot be decoded is an error", () => {
  expect(() => match("GET", "/api/v1/conversations/%E0%A4%A/next")).toThrow(URIError);
});
