import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmbedFrame } from "@/app/_embed/embed-frame";
import { OwnData } from "@/app/_embed/own-data";
import type { VoteQuery } from "@/app/_mine/find-votes";
import { loadOwn } from "@/app/_mine/load-own";
import { OwnStatements } from "@/app/_mine/own-statements";
import { OwnVotesSection } from "@/app/_mine/own-votes-section";
import { SavedNotice } from "@/app/_mine/saved-notice";
import { loadMyData } from "@/app/_my-data/load-my-data";
import { MyDataNotice, type MyDataOutcome } from "@/app/_my-data/my-data-notice";
import { StoredFacts } from "@/app/_my-data/stored-facts";
import { discoverConversation } from "@/app/_share/discovery-links";
import { loadViewer } from "@/app/_viewer/load-viewer";
import { createParticipation } from "@/app/_vote/create-participation";
import { type EmbedQuery, embedQueryOf, parseEmbedOptions } from "@/lib/embed/embed-options";
import { getLocalizeHref } from "@/server/i18n/localize-href";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<VoteQuery & EmbedQuery & MyDataOutcome & { voted?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { conversation }] = await Promise.all([
    getTranslations("mine"),
    loadViewer((await params).slug),
  ]);
  return { title: t("title"), robots: "noindex", ...discoverConversation(conversation) };
}

/** Own votes, own statements and what is stored, without leaving the frame. */
export default async function EmbeddedMinePage({ params, searchParams }: Props) {
  const viewer = await loadViewer((await params).slug);
  const { conversation } = viewer;
  const { slug } = conversation;
  const [t, href, own, participation, query, { data }] = await Promise.all([
    getTranslations("mine"),
    getLocalizeHref(),
    loadOwn(viewer),
    createParticipation(conversation, true),
    searchParams,
    loadMyData(viewer),
  ]);
  const options = parseEmbedOptions(query);
  return (
    <EmbedFrame conversation={conversation} options={options}>
      <div className="grid gap-6 p-4">
        <header className="grid gap-2">
          <a
            href={href(`/embed/${slug}?${embedQueryOf(options)}`)}
            data-own="back"
            className="link inline-flex min-h-11 items-center justify-self-start"
          >
            {t("back")}
          </a>
          <h1 className="text-lg">{t("title")}</h1>
        </header>
        <SavedNotice outcome={query} />
        <MyDataNotice outcome={{ deleted: query.deleted, kept: query.kept }} />
        <OwnStatements
          statements={own.statements}
          tallies={own.tallies}
          moderation={conversation.settings.moderation}
          resultsHref={(id) =>
            href(`/embed/${slug}?${embedQueryOf({ ...options, view: "results" })}&statement=${id}`)
          }
        />
        <OwnVotesSection
          participation={participation}
          votes={own.votes}
          seq={own.seq}
          isOpen={conversation.state === "open"}
          query={query}
          frame={Object.fromEntries(embedQueryOf(options))}
        />
        {data.participant && (
          <>
            <StoredFacts data={data} participant={data.participant} />
            <OwnData conversation={conversation} hasStatements={data.statements.length > 0} />
          </>
        )}
      </div>
    </EmbedFrame>
  );
}
