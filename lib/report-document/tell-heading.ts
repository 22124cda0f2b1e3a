import type { ReportMaterial } from "./report-material";

/** What is reported on, for whom, and as of when: the lines below the title. */
export function tellHeading({ view, body, release, words }: ReportMaterial): string[] {
  const t = words.report;
  const { settings, opensAt, closesAt } = body.conversation;
  const period = () =>
    opensAt === null
      ? []
      : closesAt === null
        ? [t("period", { date: words.day(opensAt) })]
        : [t("periodTo", { from: words.day(opensAt), to: words.day(closesAt) })];
  return [
    ...(settings.askedBy === "" ? [] : [t("askedBy", { name: settings.askedBy })]),
    ...period(),
    release
      ? t("versionOf", {
          number: release.number,
          date: words.day(release.publishedAt.toISOString()),
        })
      : t("versionLive"),
    ...(view ? [t("asOf", { date: words.moment(view.computedAt), version: view.version })] : []),
    ...(view?.redrawings.areEarlier ? [t("certaintyEarlier")] : []),
    ...(release && release.withdrawnVotes > 0
      ? [t("withdrawn", { count: release.withdrawnVotes })]
      : []),
  ];
}
