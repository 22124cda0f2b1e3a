import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = import.meta.dirname;

/** The classes of every element of a file that speaks up when its content changes. */
function listClasses(file: string): string[] {
  const source = readFileSync(`${folder}/${file}`, "utf8");
  const tags = source.match(/<\w+\s[^<>]*(?:role="(?:status|alert)"|aria-live)[^<>]*>/g) ?? [];
  return tags.map((tag) => /className="([^"]*)"/.exec(tag)?.[1] ?? "");
}

test("what is to be announced is never taken away while it has nothing to say", () => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".tsx"),
  );
  const classes = files.flatMap((file) => listClasses(file).map((names) => `${file}: ${names}`));
  expect(classes.length).toBeGreaterThan(10);
  // A region that appears together with its words is not read out by every screen reader.
  expect(classes.filter((names) => /[ :]hidden\b/.test(names))).toEqual([]);
});
