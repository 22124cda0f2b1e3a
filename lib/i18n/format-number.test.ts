import { expect, test } from "vitest";
import { formatNumber, type NumberOptions } from "./format-number";
import { locales } from "./locales";

const values = [0, 7, 42, 999, 1000, 1234, 12_345, 123_456, 1_234_567, 12_345_678, -5, -1234, 0.5];
const options: [string, NumberOptions][] = [
  ["plain", {}],
  ["two places", { minimumFractionDigits: 2, maximumFractionDigits: 2 }],
  ["one place", { maximumFractionDigits: 1 }],
  ["two digits", { maximumSignificantDigits: 2 }],
  ["percent", { style: "percent", maximumFractionDigits: 0 }],
];

const written = locales.flatMap(({ tag }) =>
  options.map(([name, option]) => ({ tag, name, option })),
);

// The data are those of CLDR 48; an engine with others is what they are here for.
test.skipIf(Number.parseInt(process.versions.cldr ?? "0", 10) !== 48).each(written)(
  "$tag writes numbers as CLDR has it: $name",
  ({ tag, option }) => {
    const intl = new Intl.NumberFormat(tag, option);
    expect(values.map((value) => formatNumber(tag, value, option))).toEqual(
      values.map((value) => intl.format(value)),
    );
  },
);

test("Persian has digits of its own, Turkish its percent sign in front, Hindi its groups", () => {
  expect(formatNumber("fa", 1234.5)).toBe("۱٬۲۳۴٫۵");
  expect(formatNumber("tr", 0.45, { style: "percent" })).toBe("%45");
  expect(formatNumber("hi", 1_234_567)).toBe("12,34,567");
  expect(formatNumber("de", 0.45, { style: "percent" })).toBe("45\u00a0%");
});

test("a small negative number that rounds to zero keeps no digits", () => {
  expect(formatNumber("en", -0.004, { maximumFractionDigits: 2 })).toBe("-0");
});
