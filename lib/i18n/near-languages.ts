import type { Locale } from "./locales";

/**
 * Languages that we do not speak, and the one of ours that their readers read without effort: written
 * Norwegian grew from Danish, Czech and Slovak share their media, Catalan readers live with Spanish.
 * It counts only after every language that the browser names, so that a Norwegian whose browser
 * lists English too, as most do, gets English.
 */
export const nearLanguages: ReadonlyMap<string, Locale> = new Map([
  ["no", "da"],
  ["nb", "da"],
  ["nn", "da"],
  ["cs", "sk"],
  ["bs", "hr"],
  ["sr", "hr"],
  ["ms", "id"],
  ["ca", "es"],
  ["gl", "es"],
  ["eu", "es"],
  ["af", "nl"],
  ["lb", "de"],
  ["gsw", "de"],
  ["yue", "zh-Hant"],
]);
