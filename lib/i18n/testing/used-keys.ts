import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listNamespaces, loadMessages } from "./messages";

const root = join(import.meta.dirname, "..", "..", "..");
const folder = join(root, "node_modules", ".cache", "plenum-used-keys");

/**
 * The keys that pages, PDFs and mails use, as the compiler sees them: it checks both against messages that have
 * one marked key a namespace, and so reports every other key at the place of its use. Keys that are
 * built from an enumeration are reported in full; a cast to "some key" is not.
 */
export function findUsedKeys(): Set<string> {
  writeProject();
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const { stdout } = spawnSync(process.execPath, [compiler, "-p", folder, "--pretty", "false"], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  rmSync(folder, { recursive: true });
  return new Set([...[...stdout.matchAll(report)].flatMap(readReport), ...listServerKeys()]);
}

/** Files that leave the pages name their words in full: `words("sheet.about")`. */
function listServerKeys(): string[] {
  const folder = join(root, "server", "export");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => [
      ...readFileSync(join(folder, name), "utf8").matchAll(/words\("([\w.-]+)"/g),
    ])
    .map(([, key]) => key!);
}

/** The namespace stands in the marked key, or behind the whole type when there are nested ones. */
const report =
  /Argument of type '(?<keys>"[^']*")' is not assignable to parameter of type '(?:"§(?<plain>[^"]*)"|[^\n]*, "(?<nested>[^"]*)">)'/g;

function readReport({ groups }: RegExpMatchArray): string[] {
  const namespace = groups?.plain ?? groups?.nested ?? "";
  return [...(groups?.keys ?? "").matchAll(/"([^"]*)"/g)].map(([, key]) => `${namespace}.${key}`);
}

function writeProject(): void {
  const types = `import type { formats } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
declare module "next-intl" {
  interface AppConfig { Formats: typeof formats; Locale: Locale; Messages: ${describeMarks()} }
}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "messages.d.ts"), types);
  const project = {
    extends: join(root, "tsconfig.json"),
    compilerOptions: { noErrorTruncation: true, incremental: false },
    files: ["messages.d.ts"],
    include: [
      join(root, "next-env.d.ts"),
      join(root, "app", "**", "*"),
      join(root, "lib", "report-document", "*"),
      join(root, "server", "process", "*-page.ts"),
      join(root, "server", "process", "answer-starting.ts"),
      join(root, "server", "services", "people", "invitation-mail.ts"),
    ],
    exclude: [join(root, "**", "*.test.ts"), join(root, "lib", "i18n", "next-intl.d.ts")],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(project));
}

function describeMarks(): string {
  const marks: Record<string, unknown> = {};
  for (const namespace of listNamespaces(loadMessages("en").messages)) {
    const parts = namespace.split(".");
    const place = parts.reduce<Record<string, unknown>>((at, part) => {
      at[part] ??= {};
      return at[part] as Record<string, unknown>;
    }, marks);
    place[`§${namespace}`] = "";
  }
  return JSON.stringify(marks);
}
