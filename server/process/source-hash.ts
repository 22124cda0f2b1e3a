import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

const FOLDERS = ["app", "lib", "server", "drizzle/schema", "public"];
const FILES = [
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];

/** A hash of everything that `next build` reads: another hash means that the build is out of date. */
export async function hashSources(root: string): Promise<string> {
  const paths = [...FILES];
  for (const folder of FOLDERS) paths.push(...(await listSources(root, folder)));
  const hash = createHash("sha256").update(process.version);
  const contents = await Promise.all(paths.map((path) => readFile(join(root, path)).catch(absent)));
  for (const [i, path] of paths.entries()) {
    const content = contents[i] ?? "";
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

async function listSources(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
