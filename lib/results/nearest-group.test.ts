import { expect, test } from "vitest";
import { createSource, twoCamps } from "@/lib/map/testing-source";
import { findNearestGroup } from "./nearest-group";

test("is the group whose middle is nearest", () => {
  const source = twoCamps();
  source.groups[0]!.center = [-2, 0];
  source.groups[1]!.center = [2, 0];
  expect(findNearestGroup(source, [-0.1, 5])?.letter).toBe("A");
  expect(findNearestGroup(source, [0.1, 5])?.letter).toBe("B");
});

test("is nobody's without groups", () => {
  expect(findNearestGroup(createSource([]), [0, 0])).toBeNull();
});
