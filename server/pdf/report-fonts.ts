import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** Packages of @expo-google-fonts and what the families in them are called. */
const families = {
  general: ["noto-sans", "Noto Sans"],
  arabic: ["amiri", "Amiri"],
  hebrew: ["noto-sans-hebrew", "Noto Sans Hebrew"],
  devanagari: ["noto-sans-devanagari", "Noto Sans Devanagari"],
  bengali: ["noto-sans-bengali", "Noto Sans Bengali"],
  tamil: ["noto-sans-tamil", "Noto Sans Tamil"],
  thai: ["noto-sans-thai", "Noto Sans Thai"],
  traditional: ["noto-sans-tc", "Noto Sans TC"],
  simplified: ["noto-sans-sc", "Noto Sans SC"],
  japanese: ["noto-sans-jp", "Noto Sans JP"],
  korean: ["noto-sans-kr", "Noto Sans KR"],
  signs: ["noto-sans-symbols-2", "Noto Sans Symbols 2"],
  emoji: ["noto-emoji", "Noto Emoji"],
} as const;

const weights = ["400Regular", "700Bold"];

/** The folders of the weights that are used; Typst reads a font when a character asks for it. */
export function findReportFonts(): string[] {
  return Object.values(families).flatMap(([name]) => {
    const folder = dirname(require.resolve(`@expo-google-fonts/${name}/package.json`));
    return weights.map((weight) => join(folder, weight)).filter((path) => existsSync(path));
  });
}

/** Whose form of a Han character is drawn. */
export type HanForm = "traditional" | "simplified" | "japanese" | "korean";

/** The families in the order in which a character is looked for. */
export function listReportFamilies(form: HanForm): string[] {
  const { general, traditional, simplified, japanese, korean, ...others } = families;
  const eastAsian = { traditional, simplified, japanese, korean };
  const order = [general, ...Object.values(others), eastAsian[form], ...Object.values(eastAsian)];
  return [...new Set(order.map(([, family]) => family))];
}
