import { Readable } from "node:stream";
import { strFromU8, strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { ZipFile } from "yazl";
import { readZipEntry } from "./read-zip-entry";
import { toSource } from "./testing/sealed-export";
import { readZipDirectory } from "./zip-directory";

const files = { "long.txt": strToU8("over and over ".repeat(90_000)), "ä.txt": strToU8("short") };

async function readAll(bytes: Uint8Array): Promise<Record<string, string>> {
  const source = toSource(bytes);
  const texts: Record<string, string> = {};
  for (const entry of await readZipDirectory(source)) {
    const parts: Uint8Array[] = [];
    await readZipEntry(source, entry, { bytes: (part) => void parts.push(part.slice()) });
    texts[entry.name] = parts.map((part) => strFromU8(part)).join("");
  }
  return texts;
}

test("files are read as they were written, packed or not", async () => {
  const texts = { "long.txt": strFromU8(files["long.txt"]), "ä.txt": "short" };
  expect(await readAll(zipSync(files))).toEqual(texts);
  expect(await readAll(zipSync(files, { level: 0 }))).toEqual(texts);
  expect(await readAll(zipSync({}))).toEqual({});
});

test("files are read where sizes, places and their number are written in 64 bits", async () => {
  const zip = new ZipFile();
  const wide = { forceZip64Format: true, comment: "" };
  for (const [name, bytes] of Object.entries(files)) {
    zip.addReadStream(Readable.from([bytes]), name, wide);
  }
  zip.end(wide);
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  const texts = { "long.txt": strFromU8(files["long.txt"]), "ä.txt": "short" };
  expect(await readAll(Buffer.concat(chunks))).toEqual(texts);
});

test("what is no zip, and a part of one, is refused", async () => {
  const whole = zipSync(files);
  const refused = { name: "ZipError" };
  await expect(readAll(strToU8("no zip at all"))).rejects.toMatchObject({ reason: "no-zip" });
  await expect(readAll(new Uint8Array())).rejects.toMatchObject({ reason: "no-zip" });
  for (const cut of [1, 40, Math.floor(whole.length / 2)]) {
    await expect(readAll(whole.slice(0, -cut))).rejects.toMatchObject(refused);
    await expect(readAll(whole.slice(cut))).rejects.toMatchObject(refused);
  }
});

test("a file cannot unpack to more than the zip says", async () => {
  const whole = zipSync({ "long.txt": files["long.txt"] });
  const directory = whole.length - 22 - 46 - "long.txt".length;
  new DataView(whole.buffer).setUint32(directory + 24, 1000, true);
  await expect(readAll(whole)).rejects.toThrow("another length");
});

test("a changed byte shows, but where it says nothing of names and contents", async () => {
  const small = { "a.txt": strToU8("first"), "b.txt": strToU8("second") };
  const bytes = zipSync(small);
  const before = await readAll(bytes);
  let unseen = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = bytes.slice();
    changed[at]! ^= 64;
    const after = await readAll(changed).catch(() => null);
    if (after && JSON.stringify(after) === JSON.stringify(before)) unseen += 1;
  }
  // A file: versions 2 + 4, checksum and sizes 12 + 4 (told twice), comment and attributes 10; the end: 6.
  expect(unseen).toBeLessThanOrEqual(2 * 32 + 6);
});
