import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadAnswers } from "@/app/_answers/load-answers";
import { Comparison } from "@/app/_report/comparison";
import { loadReport } from "@/app/_report/load-report";
import { parseVersions } from "@/app/_report/parse-versions";
import { Report } from "@/app/_report/report";
import { ReportHeading } from "@/app/_report/report-heading";
import { VersionLinks } from "@/app/_report/version-links";
import { ConversationHeading } from "@/app/_results/conversation-heading";
import { HiddenResults } from "@/app/_results/hidden-results";
import { loadReader } from "@/app/_results/load-reader";
import { createMetadata } from "@/app/_share/create-metadata";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { getRuntime } from "@/server/runtime";
import { areConversationResultsPublic } from "@/server/services/analyses/may-read-results";
import { listReports } from "@/server/services/reports/list";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const [t, { conversation, isDisclosed }] = await Promise.all([
    getTranslations("report"),
    loadReader(slug),
  ]);
  return createMetadata(conversation, {
    path: `/c/${conversation.slug}/report`,
    title: t("titleOf", { title: conversation.title }),
    hasFeed: isDisclosed,
    isEmbeddable: areConversationResultsPublic(conversation),
  });
}

export default async function ReportPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { version, compare } = parseVersions(await searchParams);
  const { context, conversation, ownVotes } = await loadReader(slug);
  const [report, earlier, answers, href] = await Promise.all([
    loadReport(slug, version),
    compare === null ? null : loadReport(slug, compare),
    loadAnswers(slug),
    getLocalizeHref(),
  ]);
  const versions = report && (await listReports(context, { conversationId: conversation.id }));
  return (
    <div className="report page-width pb-20 print:max-w-none print:p-0">
      <div className="print:hidden">
        <ConversationHeading
          slug={conversation.slug}
          title={report ? undefined : conversation.title}
          current="report"
        />
      </div>
      {report && versions ? (
        <>
          <ReportHeading report={report} />
          <VersionLinks
            versions={versions}
            current={report.release?.number ?? null}
            href={href(`/c/${conversation.slug}/report`)}
          />
          {earlier && <Comparison earlier={earlier} later={report} />}
          <Report
            report={report}
            answers={answers}
            publicUrl={getRuntime().publicUrl}
            isClosed={report.body.conversation.state === "closed"}
            now={context.now()}
          />
        </>
      ) : (
        <HiddenResults
          settings={conversation.settings}
          closesAt={conversation.closesAt}
          ownVotes={ownVotes.length}
          voteHref={href(`/c/${conversation.slug}`)}
        />
      )}
    </div>
  );
}
