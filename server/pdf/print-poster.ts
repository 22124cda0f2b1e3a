import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createTranslator, type Messages } from "next-intl";
import { guessLanguage } from "@/lib/i18n/guess-language";
import { findLocale, type Locale } from "@/lib/i18n/locales";
import { textDirection } from "@/lib/i18n/text-direction";
import { drawQrCode } from "@/lib/share/qr-code";
import type { PosterJob } from "@/server/services/posters/posters";
import { setPages } from "./set-pages";
import { setLanguage, setWords } from "./typst-words";

const template = readFileSync(new URL("poster.typ", import.meta.url), "utf8");
const codeSidePx = 1024;

/** One A4 page with the title, the QR code and the short address. */
export async function printPoster(job: PosterJob): Promise<Buffer> {
  const { title, askedBy, url, shortAddress, locale } = job;
  const t = await loadWords(locale);
  const direction = findLocale(locale)?.direction ?? "ltr";
  const data = {
    name: title,
    direction,
    ...setLanguage(locale),
    title: setWords({
      text: title,
      language: guessLanguage(title),
      direction: textDirection(title) ?? direction,
    }),
    askedBy: askedBy === "" ? null : t("common.askedBy", { name: askedBy }),
    code: drawQrCode(url, codeSidePx),
    codeAlt: t("share.codeAlt", { url }),
    scan: t("share.scan"),
    type: t("share.typeAddress"),
    address: shortAddress,
  };
  const source = { template, data: JSON.stringify(data) };
  return setPages(source, { createdAt: new Date(0), onStep: () => {} });
}

async function loadWords(locale: Locale) {
  const file = new URL(`../../lib/i18n/messages/${locale}.json`, import.meta.url);
  const messages: Messages = JSON.parse(await readFile(file, "utf8"));
  return createTranslator({ locale, messages });
}
