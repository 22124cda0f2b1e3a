import { getTranslations } from "next-intl/server";
import { QrCodeImage } from "@/app/_share/qr-code-image";
import { Card } from "@/app/_ui/card";
import { LinkButton } from "@/app/_ui/link-button";
import { splitBeforeCode } from "@/lib/share/join-code";

interface Props {
  slug: string;
  /** Where the code leads to. */
  url: string;
  shortAddress: string;
}

/** The QR code of the vote page, to take away in the form that is needed. */
export async function CodeItem({ slug, url, shortAddress }: Props) {
  const [t, share] = await Promise.all([getTranslations("manage.share"), getTranslations("share")]);
  const file = `/api/v1/conversations/${slug}/qr-code`;
  const [place, code] = splitBeforeCode(shortAddress);
  return (
    <Card className="flex flex-wrap items-center gap-5 p-5">
      <QrCodeImage url={url} className="size-40" />
      <div className="grid min-w-0 flex-1 basis-64 gap-3">
        <div>
          <h3 className="font-semibold">{t("code")}</h3>
          <p className="text-muted text-sm">{t("codeHint")}</p>
        </div>
        <p className="grid gap-1">
          <span className="text-muted text-sm">{share("shortAddress")}</span>
          <bdi dir="ltr" className="select-all wrap-anywhere font-semibold text-lg tracking-wide">
            {place}
            <wbr />
            <span className="whitespace-nowrap">{code}</span>
          </bdi>
        </p>
        <div className="flex flex-wrap gap-3">
          <LinkButton href={`${file}.svg`} download={`${slug}.svg`}>
            {t("saveDrawing")}
          </LinkButton>
          <LinkButton href={`${file}.png`} download={`${slug}.png`}>
            {t("saveImage")}
          </LinkButton>
          <LinkButton href={`/c/${slug}/poster.pdf`}>{share("posterPdf")}</LinkButton>
          <LinkButton variant="quiet" href={`/c/${slug}/share`}>
            {t("poster")}
          </LinkButton>
        </div>
      </div>
    </Card>
  );
}
