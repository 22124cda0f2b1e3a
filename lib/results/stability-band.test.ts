import { expect, test } from "vitest";
import { nameStability } from "./stability-band";

test.each([
  [1, "firm"],
  [0.85, "firm"],
  [0.8499, "stable"],
  [0.75, "stable"],
  [0.7499, "blurred"],
  [0.6, "blurred"],
  [0.5999, "unstable"],
  [0, "unstable"],
])("an overlap of %f is %s", (overlap, band) => {
  expect(nameStability(overlap)).toBe(band);
});
