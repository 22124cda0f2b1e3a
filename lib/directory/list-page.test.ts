import { expect, test } from "vitest";
import { directoryPageSize, listPage } from "./list-page";

const entries = Array.from({ length: directoryPageSize * 2 + 1 }, (_, index) => index);

test("the pages together are the list", () => {
  const pages = [1, 2, 3].map((page) => listPage(entries, page));
  expect(pages.flatMap((page) => page.entries)).toEqual(entries);
  expect(pages.map((page) => [page.page, page.pages])).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ]);
});

test("a page beyond the last is the last, and an empty list has one", () => {
  expect(listPage(entries, 9)).toEqual(listPage(entries, 3));
  expect(listPage([], 2)).toEqual({ entries: [], page: 1, pages: 1 });
});
