import { expect, test } from "vitest";
import { textDirection } from "./text-direction";

test("the first letter decides", () => {
  expect(textDirection("12% – Uber")).toBe("ltr");
  expect(textDirection("«12% من» Uber")).toBe("rtl");
  expect(textDirection("Uber החוק")).toBe("ltr");
  expect(textDirection("«12» !")).toBeNull();
});
