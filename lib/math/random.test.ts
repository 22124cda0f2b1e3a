import { expect, test } from "vitest";
import { createRandom, shuffle } from "./random";

test("the same seed gives the same numbers, another seed others", () => {
  const draw = (seed: number) => {
    const random = createRandom(seed);
    return Array.from({ length: 20 }, random);
  };
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
});

test("numbers fill [0, 1) evenly", () => {
  const random = createRandom(7);
  const bins = new Int32Array(20);
  for (let i = 0; i < 100_000; i++) bins[Math.floor(random() * 20)]! += 1;
  // chi-square with 19 degrees of freedom: above 43.8 once in a thousand seeds
  const chiSquare = bins.reduce((sum, count) => sum + (count - 5_000) ** 2 / 5_000, 0);
  expect(chiSquare).toBeLessThan(43.8);
});

test("a shuffle keeps every item and puts each anywhere", () => {
  const random = createRandom(3);
  const firsts = new Set<number>();
  for (let i = 0; i < 200; i++) {
    const items = shuffle([1, 2, 3, 4, 5], random);
    expect([...items].sort()).toEqual([1, 2, 3, 4, 5]);
    firsts.add(items[0]!);
  }
  expect(firsts.size).toBe(5);
  expect(shuffle([], random)).toEqual([]);
});
