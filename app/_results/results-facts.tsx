import { useFormatter, useTranslations } from "next-intl";
import type { ResultsView } from "@/lib/results/results-view";

/** How many took part, and when this was counted. */
export function ResultsFacts({ view }: { view: ResultsView }) {
  const t = useTranslations("results");
  const format = useFormatter();
  const { participants, votes, statements, computedAt, redrawings } = view;
  const when = format.dateTime(new Date(computedAt), "moment");
  return (
    <p className="mt-5 text-muted">
      <span className="text-ink">
        {t("facts", { participants, votes, statements: statements.length })}
      </span>{" "}
      ·{" "}
      <time dateTime={computedAt} suppressHydrationWarning>
        {t("asOf", { when })}
      </time>
      {redrawings.areEarlier && <> · {t("earlierCertainty")}</>}
    </p>
  );
}
