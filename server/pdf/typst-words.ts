import type { Words } from "@/lib/report-document/report-document";
import { breakLongRuns } from "./break-long-runs";
import { type HanForm, listReportFamilies } from "./report-fonts";

const forms: HanForm[] = ["traditional", "simplified", "japanese", "korean"];
/** Of the interface. */
const arabicLanguages = new Set(["ar", "fa"]);

/** The language of a whole document, and the families of fonts that it is set in. */
export function setLanguage(tag: string) {
  const { lang, region, form } = readLanguage(tag);
  return {
    lang,
    region,
    form: form ?? "traditional",
    isArabic: arabicLanguages.has(lang ?? ""),
    fonts: Object.fromEntries(forms.map((name) => [name, listReportFamilies(name)])),
  };
}

/** Words of an unknown language have none of their own: they take that of what stands around them. */
export function setWords({ text, language, direction }: Words) {
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
