import { useTranslations } from "next-intl";
import type { LoadedReport } from "./load-report";

/** Name in the export, name in the texts, and whether it holds single votes. */
const files = [
  { name: "summary.csv", label: "fileSummary", hasRows: false },
  { name: "comments.csv", label: "fileComments", hasRows: false },
  { name: "comment-groups.csv", label: "fileStats", hasRows: false },
  { name: "votes.csv", label: "fileVotes", hasRows: true },
  { name: "participant-votes.csv", label: "fileMatrix", hasRows: true },
  { name: "format.json", label: "fileFormat", hasRows: false },
] as const;

interface Props {
  report: LoadedReport;
  /** Where this instance is reached, for links that survive print. */
  publicUrl: string;
}

/** What anybody needs to recompute the report; addresses are written out, for paper. */
export function CheckFigures({ report: { view, release, body }, publicUrl }: Props) {
  const t = useTranslations("report");
  const { slug, settings } = body.conversation;
  const check = useTranslations("verify");
  const hasPublicVotes = settings.publicVotes;
  const api = `${publicUrl}/api/v1/conversations/${encodeURIComponent(slug)}`;
  const links = [
    { label: t("pageLink"), url: `${publicUrl}/c/${encodeURIComponent(slug)}` },
    ...(view ? [{ label: t("analysisFile"), url: `${api}/analyses/${view.version}` }] : []),
    ...(release
      ? [
          { label: t("fileAll"), url: `${api}/export/export.zip?version=${release.number}` },
          { label: check("title"), url: `${publicUrl}/verify` },
        ]
      : []),
    ...files
      .filter(({ hasRows }) => hasPublicVotes || !hasRows)
      .map(({ name, label }) => ({ label: t(label), url: `${api}/export/${name}` })),
  ];
  return (
    <div className="max-w-prose print:max-w-none">
      <p>{t("checkText")}</p>
      <dl className="mt-4 grid gap-x-6 gap-y-2 sm:grid-cols-[16rem_1fr] print:grid-cols-[15rem_1fr]">
        {view && (
          <>
            <dt className="font-semibold">{t("algorithm")}</dt>
            <dd>{t("algorithmValue", view.algorithm)}</dd>
          </>
        )}
        {release && (
          <>
            <dt className="font-semibold">{t("voteList")}</dt>
            <dd className="font-mono text-sm wrap-anywhere">{release.voteListSha256}</dd>
          </>
        )}
        {links.map(({ label, url }) => (
          <div key={url} className="contents">
            <dt className="font-semibold">{label}</dt>
            <dd>
              <a href={url} className="link inline-flex min-h-11 items-center wrap-anywhere">
                {url}
              </a>
            </dd>
          </div>
        ))}
      </dl>
      {!hasPublicVotes && <p className="mt-3 text-muted">{t("filesPrivate")}</p>}
    </div>
  );
}
