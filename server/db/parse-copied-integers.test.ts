import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseCopiedIntegers } from "./parse-copied-integers";

async function* chunksOf(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test("rows come out as they went in, wherever the stream is cut", async () => {
  const row = fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(-1, 0, 1));
  await fc.assert(
    fc.asyncProperty(fc.array(row), fc.integer({ min: 1, max: 40 }), async (rows, size) => {
      const text = rows.map((values) => `${values.join("\t")}\n`).join("");
      const found: number[][] = [];
      await parseCopiedIntegers(chunksOf(text, size), 3, (values) => found.push([...values]));
      expect(found).toEqual(rows);
    }),
  );
});
