import { encode } from "uqr";
import { expect, test } from "vitest";
import { drawQrCode, layoutQrCode } from "./qr-code";

const url = "https://plenum.example/c/town-centre";

test("the drawing has the modules of the code, with four of white around them", () => {
  const { side, path } = layoutQrCode(url);
  const { data } = encode(url, { ecc: "M", border: 0 });
  expect(side).toBe(data.length + 8);
  const drawn = new Set<string>();
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let step = 0; step < Number(length); step += 1) drawn.add(`${Number(x) + step} ${y}`);
  }
  const dark = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`${x + 4} ${y + 4}`] : [])),
  );
  expect([...drawn].sort()).toEqual(dark.sort());
});

test("what is encoded never becomes markup", () => {
  expect(drawQrCode("<script>&\"'", 100).match(/<script|&/)).toBeNull();
});
