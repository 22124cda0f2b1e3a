import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

/** A room, and the rooms it may import from; DESIGN.md section 3, "Direction". */
const rooms: { room: string; may: string[] }[] = [
  { room: "lib", may: [] },
  { room: "drizzle", may: ["lib"] },
  { room: "server/db", may: ["drizzle", "lib", "server/env.ts", "server/log.ts"] },
  { room: "server/live", may: ["server/db", "lib", "server/log.ts"] },
  {
    room: "server/services",
    may: ["server/db", "server/live", "server/auth", "drizzle", "lib", "server/log.ts"],
  },
  {
    room: "server/trpc",
    may: ["server/services", "server/auth", "server/runtime.ts", "server/log.ts", "lib"],
  },
  {
    room: "app",
    may: [
      "server/trpc",
      "server/services",
      "server/auth",
      "server/runtime.ts",
      "server/i18n",
      "lib",
    ],
  },
];

const root = import.meta.dirname;
const files = ["app", "server", "lib", "drizzle"].flatMap(sourceFiles);

test.each(rooms)("$room imports only from the rooms below it", ({ room, may }) => {
  const allowed = [room, ...may];
  const wrong = files
    .filter((file) => isInside(file, room) && !isTest(file))
    .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
    .filter(({ target }) => !allowed.some((place) => isInside(target, place)))
    .map(({ file, target }) => `${file} -> ${target}`);
  expect(wrong).toEqual([]);
});

test("client components import no server code except types", () => {
  const wrong = files
    .filter((file) => /^\s*["']use client["']/.test(read(file)))
    .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
    .filter(({ target }) => isInside(target, "server") || isInside(target, "drizzle"))
    .map(({ file, target }) => `${file} -> ${target}`);
  expect(wrong).toEqual([]);
});

test("nothing in server imports server-only, which throws outside Next", () => {
  expect(
    files.filter((file) => isInside(file, "server") && /["']server-only["']/.test(read(file))),
  ).toEqual([]);
});

test("no import goes round in a circle", () => {
  expect(findCycle(new Map(files.map((file) => [file, importsOf(file)])))).toBeNull();
});

test("the environment is read in one file only", () => {
  const readers = files.filter((file) => !isTest(file) && /process\.env\b/.test(read(file)));
  expect(readers.filter((file) => file !== "server/env.ts")).toEqual([]);
});

function sourceFiles(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name}`)
    .filter((name) => /\.tsx?$/.test(name) && statSync(join(root, name)).isFile());
}

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

function isTest(file: string): boolean {
  return (
    /\.test\.tsx?$/.test(file) || isInside(file, "server/testing") || file.includes("/testing/")
  );
}

function isInside(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`);
}

/** Files of this project that `file` imports at run time; types cost nothing and are left out. */
function importsOf(file: string): string[] {
  const statements = read(file).matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(?!type\b)(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g,
  );
  return [...statements].flatMap((match) => resolveImport(file, match[1] ?? match[2] ?? "") ?? []);
}

function resolveImport(from: string, specifier: string): string | null {
  if (!specifier.startsWith("@/") && !specifier.startsWith(".")) return null;
  const base = specifier.startsWith("@/")
    ? specifier.slice(2)
    : relative(root, resolve(root, dirname(from), specifier));
  const candidates = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`];
  return candidates.find((name) => files.includes(name)) ?? null;
}

function findCycle(graph: Map<string, string[]>): string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    path.pop();
    done.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const cycle = visit(file);
    if (cycle) return cycle;
  }
  return null;
}
