import { groupShape, letterIndex, shapePath } from "@/lib/map/group-shape";
import { previewGroupColors } from "@/lib/preview/preview-colors";
import type { ReportDocument, Words } from "@/lib/report-document/report-document";
import { breakLongRuns } from "./break-long-runs";
import { type HanForm, listReportFamilies } from "./report-fonts";

const forms: HanForm[] = ["traditional", "simplified", "japanese", "korean"];
const badgePx = 10;
/** Of the interface. */
const arabicLanguages = new Set(["ar", "fa"]);

/** The document as JSON that the template reads. */
export function toTypstData(document: ReportDocument): string {
  const { lang, region, form } = readLanguage(document.language);
  return JSON.stringify(
    {
      ...document,
      lang,
      region,
      form: form ?? "traditional",
      isArabic: arabicLanguages.has(lang ?? ""),
      fonts: Object.fromEntries(forms.map((name) => [name, listReportFamilies(name)])),
      badges: Object.fromEntries(
        listLetters(document).map((letter) => [letter, drawBadge(letter)]),
      ),
    },
    (_key, value: unknown) => (isWords(value) ? setWords(value) : value),
  );
}

function isWords(value: unknown): value is Words {
  return typeof value === "object" && value !== null && "text" in value && "direction" in value;
}

/** Words of an unknown language have none of their own: they take that of what stands around them. */
function setWords({ text, language, direction }: Words) {
  const isArabic = direction === "rtl" && /\p{Script=Arabic}/u.test(text);
  return { parts: breakLongRuns(text), direction, isArabic, ...readLanguage(language) };
}

/** A language as Typst takes it, and the Han characters of its readers; null: not known. */
function readLanguage(tag: string | null) {
  const locale = parseLanguage(tag);
  const lang = locale?.language ?? "";
  if (!locale || !/^[a-z]{2,3}$/.test(lang)) return { lang: null, region: null, form: null };
  const { region, script } = locale.maximize();
  // Chinese is told apart by where it is written so; elsewhere only what the tag itself says.
  const told = lang === "zh" ? region : locale.region;
  return {
    lang,
    region: told && /^[A-Z]{2}$/.test(told) ? told : null,
    form: formOf(lang, script),
  };
}

function parseLanguage(tag: string | null): Intl.Locale | null {
  try {
    return tag === null ? null : new Intl.Locale(tag);
  } catch {
    return null; // a tag that nobody checked, as in an import
  }
}

function formOf(language: string, script: string | undefined): HanForm | null {
  if (language === "ja") return "japanese";
  if (language === "ko") return "korean";
  if (language !== "zh") return null;
  return script === "Hans" ? "simplified" : "traditional";
}

function listLetters({ sections }: ReportDocument): string[] {
  const letters = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === "heading") return [block.letter];
      return block.kind === "statements" ? block.table.heads.map(({ letter }) => letter) : [];
    }),
  );
  return [...new Set(letters)].filter((letter) => letter !== null);
}

/** A group's mark, without its letter, which is written beside it. */
function drawBadge(letter: string): string {
  const { line, ground } = previewGroupColors[letterIndex(letter)]!;
  const path = shapePath(groupShape(letter), 0, 0, badgePx);
  const side = 1.5 * badgePx;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-side} ${-side} ${2 * side} ${2 * side}"><path d="${path}" fill="${ground}" stroke="${line}" stroke-width="3" stroke-linejoin="round"/></svg>`;
}
