import { useTranslations } from "next-intl";
import { smallestCrowd } from "@/lib/results/tally";

/** How the figures come about, in half a page. */
export function Method() {
  const t = useTranslations("report");
  return (
    <div className="grid max-w-prose gap-3 print:max-w-none">
      <p>{t("method1")}</p>
      <p>{t("method2")}</p>
      <p>{t("method3")}</p>
      <p>{t("method4")}</p>
      <p>{t("method5", { count: smallestCrowd })}</p>
    </div>
  );
}
