import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseLabels } from "./choose-labels";

const box = { width: 30, height: 20 };

test("leaves out what would cover a label chosen before it", () => {
  const places: [number, number][] = [
    [0, 0],
    [29, 19], // over the first
    [30, 0], // beside it
    [0, 20], // below it
    [31, 19], // over the third
  ];
  expect(chooseLabels(places, box)).toEqual([0, 2, 3]);
  expect(chooseLabels(places, box, [[25, -5]])).toEqual([1]);
});

test("no two of the chosen overlap, and whatever is left out is covered", () => {
  const places = fc.array(fc.tuple(fc.nat(200), fc.nat(200)), { maxLength: 60 });
  fc.assert(
    fc.property(places, (all) => {
      const chosen = new Set(chooseLabels(all, box));
      const overlap = (a: number, b: number) =>
        Math.abs(all[a]![0] - all[b]![0]) < 30 && Math.abs(all[a]![1] - all[b]![1]) < 20;
      all.forEach((_, index) => {
        const covers = [...chosen].filter((other) => other !== index && overlap(index, other));
        expect(covers.length > 0).toBe(!chosen.has(index));
      });
    }),
  );
});
