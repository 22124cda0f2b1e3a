import formatCompiled from "use-intl/format-message/format-only";
import { formatNumber } from "./format-number";

type FormatMessage = typeof formatCompiled;
type Formatters = Parameters<FormatMessage>[3]["formatters"];

/**
 * Stands in for next-intl's own (see next.config.ts), so that the numbers in messages, `#` and
 * `{count, number}`, come from our data instead of the engine's.
 */
export default function formatMessage(
  ...[key, message, values, options]: Parameters<FormatMessage>
): ReturnType<FormatMessage> {
  const formatters: Formatters = { ...options.formatters, getNumberFormat };
  return formatCompiled(key, message, values, { ...options, formatters });
}

/** Messages are compiled; there is no text to hand out. */
formatMessage.raw = false;

class OwnNumberFormat extends Intl.NumberFormat {
  constructor(readonly locale: string) {
    super("en");
  }

  override format(value: number): string {
    return formatNumber(this.locale, value);
  }
}

const formats = new Map<string, OwnNumberFormat>();

/** No message asks for a style of its own; the checks of the messages see to it. */
function getNumberFormat(locale?: Intl.LocalesArgument): Intl.NumberFormat {
  const tag = String(locale);
  const format = formats.get(tag) ?? new OwnNumberFormat(tag);
  formats.set(tag, format);
  return format;
}
