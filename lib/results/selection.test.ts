import { expect, test } from "vitest";
import { parseSelection, selectionHref } from "./selection";

test("reads what was chosen and writes it back", () => {
  const params = {
    view: "table",
    layer: "statements",
    group: "B",
    statement: "7",
    sort: "divide",
    list: "all",
  };
  const selection = parseSelection(params);
  expect(selection).toMatchObject({ view: "table", layer: "statements", group: "B", statement: 7 });
  expect(Object.fromEntries(new URLSearchParams(selectionHref(selection, {})))).toEqual(params);
});

test("changes one choice and keeps the others, the language too", () => {
  const selection = parseSelection({ group: "A", lang: "zh-Hant" });
  expect(selectionHref(selection, { view: "table" }, "groups")).toBe(
    "?view=table&group=A&lang=zh-Hant#groups",
  );
  expect(selectionHref(selection, { group: null })).toBe("?lang=zh-Hant");
});

test("nonsense is the default", () => {
  const nonsense = parseSelection({
    view: "chart",
    group: "<b>",
    statement: "7; drop table",
    sort: "random",
    list: ["all", "none"],
  });
  expect(nonsense).toEqual(parseSelection({}));
});
