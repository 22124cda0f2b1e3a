import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Locale, locales } from "@/lib/i18n/locales";

/** The languages whose texts are there, in the order of the picker. */
export async function listLocales(root: string): Promise<Locale[]> {
  const files = new Set(await readdir(join(root, "lib", "i18n", "messages")));
  return locales.map(({ tag }) => tag).filter((tag) => files.has(`${tag}.json`));
}
