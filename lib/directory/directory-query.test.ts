import { expect, test } from "vitest";
import { directoryHref, parseDirectoryQuery } from "./directory-query";

const parse = (search: string) => {
  const params = new URLSearchParams(search);
  return parseDirectoryQuery((name) => params.get(name) ?? undefined);
};

test.each([
  ["", { words: "", filter: "all", page: 1 }],
  ["q=+tram+&state=overdue&page=3", { words: "tram", filter: "overdue", page: 3 }],
  ["state=none&page=0", { words: "", filter: "all", page: 1 }],
  ["page=1.5", { words: "", filter: "all", page: 1 }],
  ["page=x", { words: "", filter: "all", page: 1 }],
])("%j is read", (search, query) => {
  expect(parse(search)).toEqual(query);
});

test("an address says what it was made of", () => {
  const query = { words: "tram & 公車", filter: "acted-on", page: 2 } as const;
  const href = directoryHref("/", query, { page: 2 });
  expect(parse(href.slice(1))).toEqual(query);
  expect(directoryHref("/", { words: "", filter: "all", page: 1 })).toBe("/");
});

test("another filter begins with its first page", () => {
  const href = directoryHref("/", { words: "tram", filter: "all", page: 4 }, { filter: "closed" });
  expect(href).toBe("/?q=tram&state=closed");
});
