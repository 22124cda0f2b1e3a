import { formatNumber } from "./format-number";

/** Intl.NumberFormat with our data instead of the engine's. */
class OwnNumberFormat extends Intl.NumberFormat {
  constructor(readonly locale: string) {
    super("en");
  }

  override format(value: number): string {
    return formatNumber(this.locale, value);
  }
}

const formats = new Map<string, OwnNumberFormat>();

/** How numbers in messages are written; no message asks for a style of its own, which their checks see to. */
export function numberFormatOf(locale?: Intl.LocalesArgument): Intl.NumberFormat {
  const tag = String(locale);
  const format = formats.get(tag) ?? new OwnNumberFormat(tag);
  formats.set(tag, format);
  return format;
}
