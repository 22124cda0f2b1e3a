import { expect, test } from "vitest";
import { embedQueryOf, parseEmbedOptions, showsPart } from "./embed-options";

test("without parameters an embed is the vote with all its parts", () => {
  const options = parseEmbedOptions({});
  expect(options).toEqual({ view: "vote", theme: "auto", accent: null, parts: null });
  expect(showsPart(options, "footer")).toBe(true);
  expect(String(embedQueryOf(options))).toBe("");
});

test("what makes no sense counts for nothing", () => {
  const query = { view: "all", theme: ["dark"], accent: "red", parts: "logo" };
  expect(parseEmbedOptions(query)).toEqual(parseEmbedOptions({}));
});

test("options come back from the address they were put into", () => {
  const options = parseEmbedOptions({
    view: "both",
    theme: "dark",
    accent: "#FFCC00",
    parts: "map, title",
  });
  expect(options).toEqual({
    view: "both",
    theme: "dark",
    accent: "ffcc00",
    parts: ["title", "map"],
  });
  const query = Object.fromEntries(embedQueryOf(options));
  expect(parseEmbedOptions(query)).toEqual(options);
  expect(showsPart(options, "write")).toBe(false);
});
