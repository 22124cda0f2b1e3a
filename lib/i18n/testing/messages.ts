import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Messages {
  [key: string]: string | Messages;
}

/** The file of a language as it is written, without its mark of review. */
export function loadMessages(tag: string): { reviewed: unknown; messages: Messages } {
  const path = join(import.meta.dirname, "..", "messages", `${tag}.json`);
  const { reviewed, ...messages } = JSON.parse(readFileSync(path, "utf8"));
  return { reviewed, messages };
}

/** Every text under its key with dots, such as "home.title". */
export function flattenMessages(messages: Messages, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[prefix + key, value] as const]
        : [...flattenMessages(value, `${prefix}${key}.`)],
    ),
  );
}

/** The names of the groups of keys, with dots, such as "manage.list". */
export function listNamespaces(messages: Messages, prefix = ""): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string" ? [] : [prefix + key, ...listNamespaces(value, `${prefix}${key}.`)],
  );
}
