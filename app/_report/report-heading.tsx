import { useFormatter, useTranslations } from "next-intl";
import type { LoadedReport } from "./load-report";

/** What is reported on, for whom, and as of when. */
export function ReportHeading({ report: { view, body, release } }: { report: LoadedReport }) {
  const t = useTranslations("report");
  const format = useFormatter();
  const { title, settings, opensAt, closesAt } = body.conversation;
  const day = (time: string | Date) => format.dateTime(new Date(time), { dateStyle: "long" });
  const asOf = view && format.dateTime(new Date(view.computedAt), "moment");
  return (
    <header className="pt-6 sm:pt-10 print:pt-0">
      <p className="font-semibold text-accent text-sm">{t("kicker")}</p>
      <h1 className="mt-1 text-3xl tracking-tight sm:text-4xl print:text-3xl" dir="auto">
        {title}
      </h1>
      <p className="mt-3 grid gap-0.5 text-muted">
        {settings.askedBy && <span dir="auto">{t("askedBy", { name: settings.askedBy })}</span>}
        {opensAt && (
          <span>
            {closesAt
              ? t("periodTo", { from: day(opensAt), to: day(closesAt) })
              : t("period", { date: day(opensAt) })}
          </span>
        )}
        <span>
          {release
            ? t("versionOf", { number: release.number, date: day(release.publishedAt) })
            : t("versionLive")}
        </span>
        {view && <span>{t("asOf", { date: asOf ?? "", version: view.version })}</span>}
        {view?.redrawings.areEarlier && <span>{t("certaintyEarlier")}</span>}
        {release !== null && release.withdrawnVotes > 0 && (
          <span>{t("withdrawn", { count: release.withdrawnVotes })}</span>
        )}
      </p>
    </header>
  );
}
