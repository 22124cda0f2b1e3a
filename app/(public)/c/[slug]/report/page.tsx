import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Report } from "@/app/_report/report";
import { ReportHeading } from "@/app/_report/report-heading";
import { ConversationHeading } from "@/app/_results/conversation-heading";
import { HiddenResults } from "@/app/_results/hidden-results";
import { loadResults } from "@/app/_results/load-results";
import { NoResults } from "@/app/_results/no-results";
import { createMetadata } from "@/app/_share/create-metadata";
import { loadContext } from "@/app/_viewer/load-viewer";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { getRuntime } from "@/server/runtime";
import { countRejected } from "@/server/services/statements/count-rejected";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const [t, { conversation }] = await Promise.all([getTranslations("report"), loadResults(slug)]);
  return createMetadata(conversation, {
    path: `/c/${conversation.slug}/report`,
    title: t("titleOf", { title: conversation.title }),
  });
}

export default async function ReportPage({ params }: Props) {
  const { slug } = await params;
  const { conversation, ownVoteCount, disclosed } = await loadResults(slug);
  const [context, href] = await Promise.all([loadContext(), getLocalizeHref()]);
  const voteHref = href(`/c/${conversation.slug}`);
  // Statements alone lead to an analysis too: one without anybody in it.
  const newest = disclosed?.view ?? null;
  const view = newest && newest.participants > 0 ? newest : null;
  return (
    <div className="report page-width pb-20 print:max-w-none print:p-0">
      <div className="print:hidden">
        <ConversationHeading slug={conversation.slug} current="report" />
      </div>
      <ReportHeading
        title={conversation.title}
        askedBy={conversation.settings.askedBy}
        opensAt={conversation.opensAt}
        closesAt={conversation.closesAt}
        view={view}
      />
      {disclosed && view && (
        <Report
          view={view}
          statements={disclosed.statements}
          rejected={await countRejected(context, { conversationId: conversation.id })}
          slug={conversation.slug}
          publicUrl={getRuntime().publicUrl}
          hasPublicVotes={conversation.settings.publicVotes}
          isClosed={disclosed.isClosed}
        />
      )}
      {disclosed && !view && <NoResults voteHref={voteHref} />}
      {!disclosed && (
        <HiddenResults
          settings={conversation.settings}
          closesAt={conversation.closesAt}
          ownVotes={ownVoteCount}
          voteHref={voteHref}
        />
      )}
    </div>
  );
}
