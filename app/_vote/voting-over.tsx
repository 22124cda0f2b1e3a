import { getFormatter, getTranslations } from "next-intl/server";
import { LinkButton } from "../_ui/link-button";

interface Props {
  closesAt: Date | null;
  /** Null when results stay with the organisers. */
  resultsHref: string | null;
  reportHref: string;
  isEmbedded: boolean;
}

/** What stands in the place of the vote once a conversation has closed. */
export async function VotingOver({ closesAt, resultsHref, reportHref, isEmbedded }: Props) {
  const [t, format] = await Promise.all([getTranslations("vote"), getFormatter()]);
  const target = isEmbedded ? "_blank" : undefined;
  return (
    <section className="grid justify-items-start gap-4 rounded-card border border-line bg-card p-4 shadow-card sm:p-7">
      <h2 className="text-xl">{t("closedTitle")}</h2>
      <p className="text-muted">
        {closesAt
          ? t("closedOn", { date: format.dateTime(closesAt, { dateStyle: "long" }) })
          : t("closedBody")}
      </p>
      {resultsHref && (
        <div className="flex flex-wrap gap-3">
          <LinkButton href={resultsHref} variant="primary" target={target}>
            {t("seeResults")}
          </LinkButton>
          <LinkButton href={reportHref} target={target}>
            {t("seeReport")}
          </LinkButton>
        </div>
      )}
    </section>
  );
}
