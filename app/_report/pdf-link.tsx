import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/app/_ui/link-button";
import type { LoadedReport } from "./load-report";

/** The version that is shown, as a file in the reader's language. */
export function PdfLink({ report: { release, body } }: { report: LoadedReport }) {
  const t = useTranslations("report.pdf");
  const query = new URLSearchParams({
    version: String(release?.number ?? "live"),
    lang: useLocale(),
  });
  const path = `/c/${encodeURIComponent(body.conversation.slug)}/report.pdf`;
  return (
    <p className="mt-4 print:hidden">
      <LinkButton href={`${path}?${query}`}>{t("link")}</LinkButton>
    </p>
  );
}
