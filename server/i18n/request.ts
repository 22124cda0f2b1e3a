import { headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { detectLocale } from "@/lib/i18n/detect-locale";
import { formats } from "@/lib/i18n/formats";
import { choiceHeader } from "./choice-header";

export default getRequestConfig(async () => {
  const requestHeaders = await headers();
  const locale = detectLocale({
    chosen: requestHeaders.get(choiceHeader),
    acceptLanguage: requestHeaders.get("accept-language"),
  });
  const { default: messages } = await import(`../../lib/i18n/messages/${locale}.json`);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { locale, messages, formats, timeZone };
});
