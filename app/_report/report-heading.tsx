import { useFormatter, useTranslations } from "next-intl";
import type { ResultsView } from "@/lib/results/results-view";

interface Props {
  title: string;
  askedBy: string;
  /** Null when nobody knows, as for imported conversations. */
  opensAt: Date | null;
  closesAt: Date | null;
  view: ResultsView | null;
}

/** What is reported on, for whom, and as of when. */
export function ReportHeading({ title, askedBy, opensAt, closesAt, view }: Props) {
  const t = useTranslations("report");
  const format = useFormatter();
  const day = (date: Date) => format.dateTime(date, { dateStyle: "long" });
  const asOf = view && format.dateTime(new Date(view.computedAt), "moment");
  return (
    <header className="pt-6 sm:pt-10 print:pt-0">
      <p className="font-semibold text-accent text-sm">{t("kicker")}</p>
      <h1 className="mt-1 text-3xl tracking-tight sm:text-4xl print:text-3xl" dir="auto">
        {title}
      </h1>
      <p className="mt-3 grid gap-0.5 text-muted">
        {askedBy && <span dir="auto">{t("askedBy", { name: askedBy })}</span>}
        {opensAt && (
          <span>
            {closesAt
              ? t("periodTo", { from: day(opensAt), to: day(closesAt) })
              : t("period", { date: day(opensAt) })}
          </span>
        )}
        {view && <span>{t("asOf", { date: asOf ?? "", version: view.version })}</span>}
        {view?.redrawings.areEarlier && <span>{t("certaintyEarlier")}</span>}
      </p>
    </header>
  );
}
