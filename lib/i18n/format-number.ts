import type { Locale } from "./locales";

/** How a language writes numbers; CLDR 48. What is left out is as in English: 1,234.5, -1, 45%. */
interface NumberStyle {
  group?: string;
  decimal?: string;
  minus?: string;
  /** Digits that a number has at least before it is grouped. */
  groupFrom?: number;
  /** Two digits a group after the first three: 12,34,567. */
  isIndian?: boolean;
  /** The digit zero, of which the others follow. */
  zero?: string;
  percent?: string;
}

const nbsp = "\u00a0";
const comma = { group: ".", decimal: "," };
const space = { group: nbsp, decimal: "," };
const spacedPercent = `#${nbsp}%`;
const leftToRight = "\u200e";

const styles: Partial<Record<Locale, NumberStyle>> = {
  es: { ...comma, groupFrom: 5, percent: spacedPercent },
  "pt-BR": comma,
  fr: { group: "\u202f", decimal: ",", percent: spacedPercent },
  de: { ...comma, percent: spacedPercent },
  it: { ...comma, groupFrom: 5 },
  nl: comma,
  da: { ...comma, percent: spacedPercent },
  sv: { ...space, minus: "−", percent: spacedPercent },
  fi: { ...space, minus: "−", percent: spacedPercent },
  et: { ...space, minus: "−", groupFrom: 5 },
  ro: { ...comma, percent: spacedPercent },
  hr: { ...comma, minus: "−", percent: spacedPercent },
  sk: { ...space, percent: spacedPercent },
  uk: space,
  ru: { ...space, percent: spacedPercent },
  el: comma,
  pl: { ...space, groupFrom: 5 },
  tr: { ...comma, percent: "%#" },
  hi: { isIndian: true },
  ta: { isIndian: true },
  id: comma,
  ar: { minus: `${leftToRight}-`, percent: `#${leftToRight}%${leftToRight}` },
  fa: { group: "٬", decimal: "٫", minus: `${leftToRight}−`, zero: "۰", percent: "#٪" },
  he: { minus: `${leftToRight}-` },
};

const known = new Map<string, NumberStyle>(Object.entries(styles));

export interface NumberOptions {
  style?: "percent";
  minimumFractionDigits?: number;
  /** 3 unless told otherwise, and none for a percentage. */
  maximumFractionDigits?: number;
  maximumSignificantDigits?: number;
}

/**
 * A number in a reader's language. Intl does the same from the locale data of each engine, which
 * differ: the page made by the server would say another thing than the browser that takes it over.
 * @param locale a language of the interface; any other is written as in English
 */
export function formatNumber(locale: string, value: number, options: NumberOptions = {}): string {
  const style = known.get(locale) ?? {};
  const isPercent = options.style === "percent";
  const { sign, whole, fraction } = round(isPercent ? 100 * value : value, options);
  const decimal = fraction && `${style.decimal ?? "."}${fraction}`;
  const digits = toDigits(`${group(whole, style)}${decimal}`, style.zero);
  const number = isPercent ? (style.percent ?? "#%").replace("#", digits) : digits;
  return sign ? `${style.minus ?? "-"}${number}` : number;
}

/** The parts of a rounded number; halves go away from zero. */
function round(value: number, options: NumberOptions) {
  const { style, maximumSignificantDigits, minimumFractionDigits = 0 } = options;
  const most =
    options.maximumFractionDigits ?? Math.max(style === "percent" ? 0 : 3, minimumFractionDigits);
  const text = getRounding(
    maximumSignificantDigits
      ? { maximumSignificantDigits }
      : { minimumFractionDigits, maximumFractionDigits: most },
  ).format(value);
  const [, sign = "", whole = "", fraction = ""] = /^(-?)([^.]*)\.?(.*)$/.exec(text) ?? [];
  return { sign, whole, fraction };
}

const roundings = new Map<string, Intl.NumberFormat>();

/** A page writes hundreds of numbers, and to make one of these takes longer than all else about them. */
function getRounding(digits: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = Object.values(digits).join();
  // English is in every engine and has changed in none.
  const rounding =
    roundings.get(key) ?? new Intl.NumberFormat("en", { useGrouping: false, ...digits });
  roundings.set(key, rounding);
  return rounding;
}

function group(whole: string, { group = ",", groupFrom = 4, isIndian }: NumberStyle): string {
  if (whole.length < groupFrom) return whole;
  const places = isIndian ? /\B(?=(\d{2})*\d{3}$)/g : /\B(?=(\d{3})+$)/g;
  return whole.replace(places, group);
}

function toDigits(text: string, zero: string | undefined): string {
  if (!zero) return text;
  const first = zero.codePointAt(0) ?? 0;
  return text.replace(/\d/g, (digit) => String.fromCodePoint(first + Number(digit)));
}
