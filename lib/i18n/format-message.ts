import formatCompiled from "use-intl/format-message/format-only";
import { numberFormatOf } from "./own-number-format";

type FormatMessage = typeof formatCompiled;
type Formatters = Parameters<FormatMessage>[3]["formatters"];

/**
 * Stands in for next-intl's own (see next.config.ts), so that the numbers in messages, `#` and
 * `{count, number}`, come from our data instead of the engine's.
 */
export default function formatMessage(
  ...[key, message, values, options]: Parameters<FormatMessage>
): ReturnType<FormatMessage> {
  const formatters: Formatters = { ...options.formatters, getNumberFormat: numberFormatOf };
  return formatCompiled(key, message, values, { ...options, formatters });
}

/** Messages are compiled; there is no text to hand out. */
formatMessage.raw = false;
