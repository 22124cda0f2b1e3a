import { useTranslations } from "next-intl";
import { LinkButton } from "@/app/_ui/link-button";

/** Before the first analysis: open water, and what to do. */
export function NoResults({ voteHref }: { voteHref: string }) {
  const t = useTranslations("results");
  return (
    <div className="mt-6 grid justify-items-center gap-3 rounded-card bg-water px-6 py-16 text-center">
      <h2 className="text-2xl">{t("emptyTitle")}</h2>
      <p className="max-w-md">{t("emptyBody")}</p>
      <LinkButton href={voteHref} variant="primary" className="mt-3">
        {t("emptyAction")}
      </LinkButton>
    </div>
  );
}
