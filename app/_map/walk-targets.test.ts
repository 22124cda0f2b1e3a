import { expect, test } from "vitest";
import { findNextTarget } from "./walk-targets";

const target = (key: string, x: number, y: number) => ({
  key,
  at: [x, y] as [number, number],
  label: key,
  href: `?group=${key}`,
  isChosen: false,
});
//  a   b
//    c
const targets = [target("c", 200, 300), target("a", 100, 100), target("b", 300, 110)];
const keyOf = (key: string, from: string | null, isRightToLeft = false) =>
  findNextTarget(key, targets, from, isRightToLeft)?.key;

test("arrows lead to the neighbour in that direction, and stop at the edge", () => {
  expect(keyOf("ArrowRight", "a")).toBe("b");
  expect(keyOf("ArrowDown", "b")).toBe("c");
  expect(findNextTarget("ArrowUp", targets, "a", false)).toBeNull();
});

test("Home, End and the page keys go in reading order", () => {
  expect(keyOf("Home", "c")).toBe("a");
  expect(keyOf("End", "a")).toBe("c");
  expect(keyOf("PageDown", "a")).toBe("b");
  expect(keyOf("PageUp", "c")).toBe("b");
  expect(keyOf("Home", "c", true)).toBe("b");
  expect(findNextTarget("PageDown", targets, "c", false)).toBeNull();
});

test("other keys are left alone", () => {
  expect(findNextTarget("Tab", targets, "a", false)).toBeUndefined();
  expect(findNextTarget("Enter", targets, "a", false)).toBeUndefined();
});
