import { getTranslations } from "next-intl/server";
import { guessLanguage } from "@/lib/i18n/guess-language";
import { splitBeforeCode } from "@/lib/share/join-code";
import { QrCodeImage } from "./qr-code-image";

interface Props {
  title: string;
  askedBy: string;
  /** Where the code leads. */
  url: string;
  /** Without its scheme. */
  shortAddress: string;
}

/** What hangs on a wall or stands on a screen: the question, the code, the address. */
export async function Poster({ title, askedBy, url, shortAddress }: Props) {
  const [t, common] = await Promise.all([getTranslations("share"), getTranslations("common")]);
  const [place, code] = splitBeforeCode(shortAddress);
  return (
    <section className="grid justify-items-center gap-4 rounded-card border border-line bg-card p-5 text-center shadow-card sm:p-8 print:gap-8 print:border-0 print:shadow-none">
      <h2
        dir="auto"
        lang={guessLanguage(title) ?? undefined}
        className="text-2xl sm:text-3xl print:text-5xl"
      >
        {title}
      </h2>
      {askedBy && (
        <p dir="auto" className="text-muted print:text-xl">
          {common("askedBy", { name: askedBy })}
        </p>
      )}
      <QrCodeImage url={url} className="h-auto w-full max-w-80 print:max-w-[12cm]" />
      <p className="print:text-2xl">{t("scan")}</p>
      <p className="grid gap-1">
        <span className="text-muted print:text-xl">{t("typeAddress")}</span>
        <bdi
          dir="ltr"
          className="select-all wrap-anywhere font-semibold text-xl tracking-wide sm:text-2xl print:text-4xl"
        >
          {place}
          <wbr />
          <span className="whitespace-nowrap">{code}</span>
        </bdi>
      </p>
    </section>
  );
}
