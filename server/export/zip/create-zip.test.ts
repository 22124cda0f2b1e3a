import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { createZip } from "./create-zip";

const at = new Date("2026-05-01T12:00:00Z");

test("parts come out as they went in, one after the other", async () => {
  const opened: string[] = [];
  const zip = createZip(at);
  for (const name of ["first.txt", "second.txt"]) {
    zip.add(name, async function* () {
      opened.push(name);
      yield `${name}: `;
      yield new Uint8Array([33]);
      opened.push(`end of ${name}`);
    });
  }
  zip.end();
  const chunks = [];
  for await (const chunk of zip.output) chunks.push(chunk);
  const files = Object.entries(unzipSync(Buffer.concat(chunks)));
  expect(files.map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([
    ["first.txt", "first.txt: !"],
    ["second.txt", "second.txt: !"],
  ]);
  expect(opened).toEqual(["first.txt", "end of first.txt", "second.txt", "end of second.txt"]);
});

test("a part that fails is an error of the whole", async () => {
  const zip = createZip(at);
  zip.add("broken.txt", async function* () {
    yield "half";
    throw new Error("The database is away.");
  });
  zip.end();
  await expect(zip.output.toArray()).rejects.toThrow("The database is away.");
});

test("whoever stops reading closes what is open", async () => {
  let isClosed = false;
  const zip = createZip(at);
  zip.add("endless.txt", async function* () {
    try {
      for (;;) yield Buffer.alloc(65_536, Math.random().toString());
    } finally {
      isClosed = true;
    }
  });
  zip.end();
  for await (const _ of zip.output) break;
  await expect.poll(() => isClosed).toBe(true);
});
