import { expect, test } from "vitest";
import { labelStatements } from "./label-statements";

const place = (statement: number, x: number, y: number) => ({
  statement,
  at: [x, y] as [number, number],
  reach: 0,
});

test("numbers stand clear of each other and of letters; every statement is a dot", () => {
  const { dots, everywhere, whereWide } = labelStatements(
    [
      place(4, 100, 100),
      place(9, 140, 100), // too near for a phone's letters, 40 px beside the first
      place(2, 110, 110), // over the first
      place(7, 300, 300), // over a letter
      place(5, 400, 100),
    ],
    [[305, 300]],
  );
  expect(everywhere.map(({ statement }) => statement)).toEqual([4, 5]);
  expect(whereWide.map(({ statement }) => statement)).toEqual([9]);
  expect(dots).toBe("M100,100h.01M140,100h.01M110,110h.01M300,300h.01M400,100h.01");
});
