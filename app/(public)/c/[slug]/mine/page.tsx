import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { VoteQuery } from "@/app/_mine/find-votes";
import { loadOwn } from "@/app/_mine/load-own";
import { OwnStatements } from "@/app/_mine/own-statements";
import { OwnVotesSection } from "@/app/_mine/own-votes-section";
import { SavedNotice } from "@/app/_mine/saved-notice";
import { MyDataLink } from "@/app/_my-data/my-data-link";
import { discoverConversation } from "@/app/_share/discovery-links";
import { loadViewer } from "@/app/_viewer/load-viewer";
import { createParticipation } from "@/app/_vote/create-participation";
import { getLocalizeHref } from "@/server/i18n/localize-href";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<VoteQuery & { voted?: string | string[]; error?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { conversation }] = await Promise.all([
    getTranslations("mine"),
    loadViewer((await params).slug),
  ]);
  return { title: t("title"), robots: "noindex", ...discoverConversation(conversation) };
}

export default async function MinePage({ params, searchParams }: Props) {
  const viewer = await loadViewer((await params).slug);
  const { conversation } = viewer;
  const [t, href, own, participation, query] = await Promise.all([
    getTranslations("mine"),
    getLocalizeHref(),
    loadOwn(viewer),
    createParticipation(conversation),
    searchParams,
  ]);
  return (
    <div className="reading-width grid gap-8 pt-4 pb-10 sm:pt-10">
      <header className="grid gap-2">
        <a
          href={href(`/c/${conversation.slug}`)}
          className="link inline-flex min-h-11 items-center justify-self-start"
        >
          {t("back")}
        </a>
        <h1 className="text-2xl tracking-tight sm:text-3xl">{t("title")}</h1>
        <p dir="auto" className="wrap-anywhere font-medium">
          {conversation.title}
        </p>
        <p className="text-muted">{t("intro")}</p>
      </header>
      <SavedNotice outcome={query} />
      <OwnStatements
        statements={own.statements}
        tallies={own.tallies}
        moderation={conversation.settings.moderation}
        resultsHref={(id) => href(`/c/${conversation.slug}/results?statement=${id}`)}
      />
      <OwnVotesSection
        participation={participation}
        votes={own.votes}
        seq={own.seq}
        isOpen={conversation.state === "open"}
        query={query}
      />
      <MyDataLink slug={conversation.slug} className="inline-flex min-h-11 items-center" />
    </div>
  );
}
