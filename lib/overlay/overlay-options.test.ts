import { expect, test } from "vitest";
import {
  defaultOverlayOptions,
  formatOverlayOptions,
  NUMBERS_MAX,
  parseOverlayOptions,
} from "./overlay-options";

const parse = (query: string) => parseOverlayOptions(new URLSearchParams(query));

test("an address without a wish shows the map as it always did", () => {
  expect(parse("")).toEqual(defaultOverlayOptions);
  expect(formatOverlayOptions(defaultOverlayOptions).toString()).toBe("");
});

test("what cannot be read takes its default", () => {
  const query = "layout=window&theme=pink&size=9&margin=4&hold=soon&show=all&statements=x,-y";
  expect(parse(query)).toEqual(defaultOverlayOptions);
});

test("the time that a statement stands is kept within what can be read and what is alive", () => {
  expect(parse("hold=0").holdSeconds).toBe(3);
  expect(parse("hold=9999").holdSeconds).toBe(120);
});

test("lists are read as a form sends them and as a person types them", () => {
  expect(parse("show=dividing&show=newest").kinds).toEqual(["newest", "dividing"]);
  expect(parse("show=dividing-newest").kinds).toEqual(["newest", "dividing"]);
  expect(parse("statements=7,%203;12%207").numbers).toEqual([7, 3, 12]);
  expect(parse("statements=7،%203؛12、7，9").numbers).toEqual([7, 3, 12, 9]);
  const many = Array.from({ length: 200 }, (_, index) => index).join(",");
  expect(parse(`statements=${many}`).numbers).toHaveLength(NUMBERS_MAX);
});

test("what is written is read again", () => {
  const options = {
    ...defaultOverlayOptions,
    layout: "ticker" as const,
    theme: "dark" as const,
    size: "huge" as const,
    margin: 10 as const,
    holdSeconds: 30,
    kinds: ["shared" as const],
  };
  expect(parse(formatOverlayOptions(options).toString())).toEqual(options);
  const chosen = { ...defaultOverlayOptions, numbers: [4, 0] };
  expect(parse(formatOverlayOptions(chosen).toString())).toEqual(chosen);
});
