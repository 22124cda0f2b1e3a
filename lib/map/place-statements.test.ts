import { expect, test } from "vitest";
import { createScene } from "./create-scene";
import { placeStatements } from "./place-statements";
import { createSource } from "./testing-source";

/** Two people left and right of the origin: it is in the middle of the drawing, (420, 300). */
const scene = createScene(
  createSource([
    { at: [-1, 0], group: 0 },
    { at: [1, 0], group: 1 },
  ]),
  { width: 840, height: 600 },
);

test("a statement stands on the side of those who agree, the outer ones at 0.4 of the shorter side", () => {
  // Of two lengths, the one at 95% is the smaller: 2 units are 0.4 * 600 px.
  const [east, north] = placeStatements(
    [
      { statement: 7, pull: [2, 0] },
      { statement: 9, pull: [0, 2] },
    ],
    scene,
  );
  expect(east).toEqual({ statement: 7, at: [420 + 240, 300], reach: 1 });
  expect(north!.at).toEqual([420, 300 - 240]);
});

test("distances keep their proportions, and what is furthest out is brought in", () => {
  const places = placeStatements(
    [
      { statement: 0, pull: [1, 0] },
      { statement: 1, pull: [0, 0] },
      { statement: 2, pull: [-40, 0] },
    ],
    scene,
  );
  // The outer one is that of length 1, at 240 px; 40 times as far would be off the map.
  expect(places.map(({ at }) => at[0])).toEqual([660, 420, 420 - 0.46 * 600]);
  expect(places.map(({ reach }) => reach)).toEqual([1 / 40, 0, 1]);
});

test("follows the frame: a quarter turn moves east to north", () => {
  const turned = {
    ...scene,
    view: {
      ...scene.view,
      matrix: [
        [0, -1],
        [1, 0],
      ] as typeof scene.view.matrix,
    },
  };
  const [only] = placeStatements([{ statement: 1, pull: [3, 0] }], turned);
  expect(only!.at).toEqual([420, 60]);
});

test("nothing stands on the edge of a flat drawing", () => {
  const flat = { ...scene, size: { width: 840, height: 100 } };
  const [south] = placeStatements([{ statement: 1, pull: [0, -1] }], flat);
  expect(south!.at).toEqual([420, 100 - 28]);
});

test("without differences all stand in the middle", () => {
  expect(placeStatements([{ statement: 1, pull: [0, 0] }], scene)).toEqual([
    { statement: 1, at: [420, 300], reach: 0 },
  ]);
  expect(placeStatements([], scene)).toEqual([]);
});
