import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import { AnsweredPage } from "@/app/_answers/answered-page";
import { loadAnswers } from "@/app/_answers/load-answers";
import { ResultsAnswers } from "@/app/_answers/results-answers";
import { loadHistoryRows } from "@/app/_history/load-history-rows";
import { ConversationHeading } from "@/app/_results/conversation-heading";
import { HiddenResults } from "@/app/_results/hidden-results";
import { LiveResults } from "@/app/_results/live-results";
import { loadAgreement } from "@/app/_results/load-agreement";
import { loadResults } from "@/app/_results/load-results";
import { pickResultsMessages } from "@/app/_results/pick-messages";
import { createMetadata } from "@/app/_share/create-metadata";
import { SharePanel } from "@/app/_share/share-panel";
import { parseSelection, type SearchParams } from "@/lib/results/selection";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { areConversationResultsPublic } from "@/server/services/analyses/may-read-results";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const [t, { conversation, disclosed }] = await Promise.all([
    getTranslations("results"),
    loadResults(slug),
  ]);
  return createMetadata(conversation, {
    path: `/c/${conversation.slug}/results`,
    title: t("titleOf", { title: conversation.title }),
    hasFeed: disclosed !== null,
    isEmbeddable: areConversationResultsPublic(conversation),
  });
}

export default async function ResultsPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { conversation, ownVoteCount, disclosed } = await loadResults(slug);
  const { statement, view } = parseSelection(await searchParams);
  const isOfTables = disclosed !== null && view === "table";
  const [agreement, history, answers, href, messages] = await Promise.all([
    loadAgreement(conversation.id, disclosed?.view?.version, statement),
    isOfTables ? loadHistoryRows(conversation.id) : [],
    loadAnswers(slug),
    getLocalizeHref(),
    pickResultsMessages(),
  ]);
  const voteHref = href(`/c/${conversation.slug}`);
  return (
    <div className="page-width pb-20">
      <ConversationHeading
        slug={conversation.slug}
        title={conversation.title}
        askedBy={conversation.settings.askedBy}
        current="results"
      />
      <SharePanel
        slug={conversation.slug}
        title={conversation.title}
        path={`/c/${conversation.slug}/results`}
      />
      {disclosed ? (
        <NextIntlClientProvider messages={messages}>
          <AnsweredPage answers={answers}>
            <LiveResults
              slug={conversation.slug}
              initial={disclosed}
              agreement={agreement}
              history={history}
              answers={
                answers && (
                  <ResultsAnswers
                    slug={conversation.slug}
                    answers={answers}
                    statements={disclosed.statements}
                  />
                )
              }
              voteHref={voteHref}
            />
          </AnsweredPage>
        </NextIntlClientProvider>
      ) : (
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
