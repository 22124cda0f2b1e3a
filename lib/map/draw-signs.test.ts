import { expect, test } from "vitest";
import { createScene } from "./create-scene";
import { drawSigns } from "./draw-signs";
import { createSource } from "./testing-source";

test("each village is the sign of its area, drawn where it stands", () => {
  const scene = createScene(
    createSource([
      { at: [-2, 0], group: 0, id: 1, count: 12 },
      { at: [2, 0], group: 1, id: 2, count: 12 },
      { at: [0, 2], group: 1, id: 3, count: 12 },
    ]),
    { width: 600, height: 600 },
  );
  const signs = drawSigns(scene, [
    { clusters: [1], agrees: 5, disagrees: 0, passes: 0 },
    { clusters: [2], agrees: 1, disagrees: 4, passes: 0 },
  ]);
  expect(signs.map(({ lean }) => lean)).toEqual(["untold", "disagree", "agree"]);
  const [agreed, told] = [scene.villages[0]!, signs.find(({ lean }) => lean === "agree")!];
  // All are equally large, so of radius 8; a ✓ begins at -0.9 and 0.05 of it.
  const [x, y] = [agreed.x - 0.9 * 8, agreed.y + 0.05 * 8];
  expect(told.path).toMatch(new RegExp(`^M${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}L`));
  expect(told.path.match(/M/g)).toHaveLength(1);
  expect(signs.find(({ lean }) => lean === "disagree")!.path.match(/M/g)).toHaveLength(2);
});
