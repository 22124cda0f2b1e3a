import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { campVotes, createSealedFiles, createTestKey } from "@/lib/verify/testing/sealed-export";
import { runPlenum } from "@/server/testing/plenum-process";

let folder = "";
const key = createTestKey(1);
const files = createSealedFiles({ key, votes: campVotes(9, 4) });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plenum-verify-"));
  const { "README.txt": readme, ...rest } = files;
  const { "signature.jws": _signature, ...unsigned } = files;
  const changed = readme!.slice().reverse();
  await writeFile(join(folder, "whole.zip"), zipSync(files));
  await writeFile(join(folder, "changed.zip"), zipSync({ ...rest, "README.txt": changed }));
  await writeFile(join(folder, "unsigned.zip"), zipSync(unsigned));
  await writeFile(join(folder, "half.zip"), zipSync(files).slice(0, 2000));
  await writeFile(join(folder, "keys.json"), JSON.stringify(key.keys));
  await writeFile(join(folder, "others.json"), JSON.stringify(createTestKey(2).keys));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function verify(file: string, keys?: string) {
  const paths = [join(folder, file), ...(keys ? ["--keys", join(folder, keys)] : [])];
  const plenum = runPlenum(["verify", ...paths], { dataDir: folder });
  const { code } = await plenum.ended;
  return { code, notices: plenum.notices(), document: await plenum.document };
}

test.each([
  ["whole.zip", "keys.json", 0, "proven", "These figures follow from these votes."],
  ["whole.zip", undefined, 0, "unconfirmed", "came along in the file"],
  ["whole.zip", "others.json", 1, "unsigned", "Nobody known vouches"],
  ["unsigned.zip", "keys.json", 1, "unsigned", "there is no such signature"],
  ["changed.zip", "keys.json", 1, "different", "README.txt: its bytes are not those"],
])("%s by %s ends with %i: %s", async (file, keys, code, verdict, words) => {
  const outcome = await verify(file, keys);
  expect(outcome).toMatchObject({ code, document: { verdict } });
  expect(outcome.notices).toContain(words);
});

test.each([
  ["half.zip", undefined, "end of a zip"],
  ["missing.zip", undefined, "ENOENT"],
  ["whole.zip", "whole.zip", "no public keys"],
])("%s with %s is bad input", async (file, keys, words) => {
  const { code, document } = await verify(file, keys);
  expect(code).toBe(2);
  expect(document).toMatchObject({ error: { message: expect.stringContaining(words) } });
});
