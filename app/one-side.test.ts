import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => `app/${name}`);
const texts = new Map(files.map((file) => [file, readFileSync(join(root, file), "utf8")]));

// Engines differ in their locale data: what the server wrote is not what the browser would.
test("numbers are written from our own data, not from the engine's", () => {
  const wrong = /\bformat\.number\(|\btoLocaleString\(|\bIntl\.NumberFormat\b/;
  expect(files.filter((file) => wrong.test(texts.get(file) ?? ""))).toEqual([]);
});

test("dates and lists that a browser writes too stay as the server wrote them", () => {
  const inBrowser = filesOfTheBrowser();
  const writes =
    /\bformat\.(?:dateTime|dateTimeRange|list|relativeTime)\(|\btoLocale(?:Date|Time)String\(/;
  const wrong = [...inBrowser].filter((file) => {
    const text = texts.get(file) ?? "";
    return writes.test(text) && !text.includes("suppressHydrationWarning");
  });
  expect(inBrowser.size).toBeGreaterThan(50);
  expect(wrong.map((file) => relative("app", file))).toEqual([]);
});

/** Client components and everything that they import. */
function filesOfTheBrowser(): Set<string> {
  const found = new Set<string>();
  const waiting = files.filter((file) => /^\s*["']use client["']/.test(texts.get(file) ?? ""));
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    waiting.push(...importsOf(file));
  }
  return found;
}

function importsOf(file: string): string[] {
  const specifiers = (texts.get(file) ?? "").matchAll(
    /(?:from|import\()\s*["']((?:@\/|\.)[^"']+)["']/g,
  );
  return [...specifiers].flatMap(([, specifier = ""]) => {
    const base = specifier.startsWith("@/") ? specifier.slice(2) : join(dirname(file), specifier);
    return [base, `${base}.ts`, `${base}.tsx`].filter((name) => texts.has(name));
  });
}
