import { readFileSync } from "node:fs";
import { join } from "node:path";
import compile from "icu-minify/compile";
import { expect, test } from "vitest";
import { defaultLocale, locales } from "./locales";

type Messages = { [key: string]: string | Messages };

const reference = flatten(load(defaultLocale));

test.each(locales.map(({ tag }) => tag))("%s says everything, and nothing else", (tag) => {
  expect([...flatten(load(tag)).keys()].sort()).toEqual([...reference.keys()].sort());
});

test.each(locales.map(({ tag }) => tag))("%s leaves nothing empty", (tag) => {
  const empty = [...flatten(load(tag))].filter(([, text]) => text.trim() === "");
  expect(empty).toEqual([]);
});

test.each(locales.map(({ tag }) => tag))("%s uses the same placeholders and tags", (tag) => {
  const texts = flatten(load(tag));
  for (const [key, text] of reference) {
    expect({ key, names: namesIn(texts.get(key) ?? "") }).toEqual({ key, names: namesIn(text) });
  }
});

function load(tag: string): Messages {
  return JSON.parse(readFileSync(join(import.meta.dirname, "messages", `${tag}.json`), "utf8"));
}

function flatten(messages: Messages, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[prefix + key, value] as const]
        : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

/** The names a translator must keep: `{name}`, `{count, plural, …}` and `<link>`, in branches too. */
function namesIn(text: string): string[] {
  return [...new Set(collectNames(compile(text)))].sort();
}

/** The compiled form is text and nodes; a node is `[name, kind or child, …]`. */
function collectNames(nodes: unknown): string[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.filter(Array.isArray).flatMap(([name, kind, ...rest]) => {
    const branches = typeof kind === "number" ? Object.values(rest[0] ?? {}) : [[kind, ...rest]];
    return [String(name), ...branches.flatMap(collectNames)];
  });
}
