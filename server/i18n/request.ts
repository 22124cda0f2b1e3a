import { headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { detectLocale } from "@/lib/i18n/detect-locale";
import { formats } from "@/lib/i18n/formats";
import { getRuntime } from "@/server/runtime";
import { choiceHeader } from "./choice-header";

export default getRequestConfig(async () => {
  const requestHeaders = await headers();
  const visitor = {
    chosen: requestHeaders.get(choiceHeader),
    acceptLanguage: requestHeaders.get("accept-language"),
  };
  const locale = detectLocale(visitor, getRuntime().locales);
  const { default: messages } = await import(`../../lib/i18n/messages/${locale}.json`);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { locale, messages, formats, timeZone };
});
