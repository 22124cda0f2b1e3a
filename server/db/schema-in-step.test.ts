import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);

test("the migrations say all that the schema says", async () => {
  const out = await mkdtemp(join(tmpdir(), "plenum-schema-"));
  try {
    await cp("drizzle/meta", join(out, "meta"), { recursive: true });
    const folder = relative(".", out); // drizzle-kit puts "./" in front of whatever it is given
    const options = [
      "--dialect",
      "postgresql",
      "--schema",
      "./drizzle/schema/*.ts",
      "--out",
      folder,
    ];
    await run("npx", ["drizzle-kit", "check", "--dialect", "postgresql", "--out", folder]);
    await run("npx", ["drizzle-kit", "generate", ...options]);
    expect((await readdir(out)).filter((name) => name.endsWith(".sql"))).toEqual([]);
  } finally {
    await rm(out, { recursive: true, force: true });
  }
});
