import { getTranslations } from "next-intl/server";
import { layoutQrCode } from "@/lib/share/qr-code";

/** The code of an address, black on white in the dark as well: that is what cameras look for. */
export async function QrCodeImage({ url, className }: { url: string; className: string }) {
  const t = await getTranslations("share");
  const { side, path } = layoutQrCode(url);
  return (
    <svg
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={t("codeAlt", { url })}
      className={`rounded-control bg-[#fff] fill-[#000] forced-color-adjust-none print:[print-color-adjust:exact] ${className}`}
    >
      <path d={path} />
    </svg>
  );
}
