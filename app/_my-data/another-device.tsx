import { getTranslations } from "next-intl/server";
import { getRuntime } from "@/server/runtime";
import type { ResumeCode } from "@/server/services/participants/create-resume-code";
import { QrCodeImage } from "../_share/qr-code-image";
import { Button } from "../_ui/button";
import { HiddenFields } from "./hidden-fields";
import { Section } from "./section";

/** A code that carries this participant to another device, made on request. */
export async function AnotherDevice({ slug, code }: { slug: string; code: ResumeCode | null }) {
  const t = await getTranslations("myData");
  return (
    <Section id="another-device" heading={t("deviceHeading")}>
      <p>{t("deviceBody")}</p>
      {code && <ShownCode slug={slug} code={code} />}
      <form method="post" action={`/api/v1/conversations/${slug}/me/resume-code`}>
        <HiddenFields />
        <Button type="submit">{t(code ? "deviceAgain" : "deviceButton")}</Button>
      </form>
    </Section>
  );
}

async function ShownCode({ slug, code: { code, expiresAt } }: { slug: string; code: ResumeCode }) {
  const t = await getTranslations("myData");
  const minutes = Math.ceil((expiresAt.getTime() - Date.now()) / 60_000);
  const address = `${getRuntime().publicUrl}/c/${slug}/resume`;
  return (
    <div
      id="code"
      className="grid w-full gap-3 rounded-card border border-line bg-card p-4 shadow-card sm:p-7"
    >
      <p className="text-muted text-sm">{t("codeLabel")}</p>
      <p dir="ltr" className="text-start font-mono font-semibold text-3xl tracking-wider">
        {code}
      </p>
      <p>{t("codeSteps")}</p>
      <p dir="ltr" className="wrap-anywhere text-start font-medium">
        {address}
      </p>
      <QrCodeImage url={`${address}#${code}`} className="w-48 max-w-full" />
      {/* Behind the # nothing is sent to a server, nor by one who makes previews of links. */}
      <a href={`${address}#${code}`} className="link inline-flex min-h-11 items-center">
        {t("codeLink")}
      </a>
      <p className="text-muted text-sm">{t("codeUntil", { count: minutes })}</p>
    </div>
  );
}
