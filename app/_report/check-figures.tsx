import { listCheckAddresses } from "@/lib/report-document/check-addresses";
import type { LoadedReport } from "./load-report";
import { useReportWords } from "./use-report-words";

interface Props {
  report: LoadedReport;
  /** Where this instance is reached, for links that survive print. */
  publicUrl: string;
}

/** What anybody needs to recompute the report; addresses are written out, for paper. */
export function CheckFigures({ report, publicUrl }: Props) {
  const words = useReportWords();
  const t = words.report;
  const hasPublicVotes = report.body.conversation.settings.publicVotes;
  const { facts, links } = listCheckAddresses({ ...report, words, publicUrl });
  return (
    <div className="max-w-prose print:max-w-none">
      <p>{t(report.release ? "checkTextPublished" : "checkText")}</p>
      <dl className="mt-4 grid gap-x-6 gap-y-2 sm:grid-cols-[16rem_1fr] print:grid-cols-[15rem_1fr]">
        {facts.map(({ name, text }) => (
          <div key={name} className="contents">
            <dt className="font-semibold">{name}</dt>
            <dd className="wrap-anywhere">{text}</dd>
          </div>
        ))}
        {links.map(({ name, url }) => (
          <div key={url} className="contents">
            <dt className="font-semibold">{name}</dt>
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
