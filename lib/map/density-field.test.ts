import { describe, expect, test } from "vitest";
import { contourPath } from "./contour-path";
import { addVillage, createField, heightsEnclosing } from "./density-field";

describe("addVillage", () => {
  test("is as high as its weight at the village and zero beyond the radius", () => {
    const field = createField({ width: 100, height: 100 }, 2);
    addVillage(field, { x: 51, y: 51 }, 3, 20);
    const at = (x: number, y: number) => field.values[((y - 1) / 2) * field.columns + (x - 1) / 2];
    expect(at(51, 51)).toBe(3);
    expect(at(61, 51)).toBeCloseTo(3 * 0.75 ** 3, 12);
    expect(at(71, 51)).toBe(0);
    expect(at(51, 93)).toBe(0);
  });

  test("a village at the edge adds only to cells that exist", () => {
    const field = createField({ width: 20, height: 20 }, 2);
    addVillage(field, { x: 0, y: 20 }, 1, 100);
    expect(field.values).toHaveLength(100);
    expect(field.values.every((value) => value > 0)).toBe(true);
  });
});

describe("heightsEnclosing", () => {
  const field = { columns: 4, rows: 1, cellPx: 1, values: [1, 4, 3, 2] };

  test("finds the heights above which a share of the mass lies", () => {
    expect(heightsEnclosing(field, [1, 0.9, 0.7, 0.4])).toEqual([1, 2, 3, 4]);
  });

  test("is 0 for an empty field", () => {
    expect(heightsEnclosing({ ...field, values: [0, 0, 0, 0] }, [0.5])).toEqual([0]);
  });
});

test("contourPath closes its rings, leaves lakes open and drops specks", () => {
  const field = createField({ width: 40, height: 40 }, 4);
  for (let row = 2; row < 8; row++) {
    for (let column = 2; column < 8; column++) field.values[row * 10 + column] = 1;
  }
  field.values[4 * 10 + 4] = 0;
  field.values[0] = 1;
  expect(contourPath(field, 0.5).match(/M[^Z]+Z/g)).toHaveLength(3);
  expect(contourPath(field, 0.5, 5 * 16).match(/M[^Z]+Z/g)).toHaveLength(2);
  expect(contourPath(field, 2)).toBe("");
});
