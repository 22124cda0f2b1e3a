import { getTranslations } from "next-intl/server";
import { ConversationList } from "@/app/_home/conversation-list";
import { searchConversations } from "@/app/_home/search-conversations";
import { SearchForm } from "@/app/_home/search-form";
import { LinkButton } from "@/app/_ui/link-button";
import { loadContext } from "@/app/_viewer/load-viewer";
import { areResultsPublic } from "@/lib/results-policy";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { listMapSources } from "@/server/services/analyses/list-map-sources";
import type { Conversation } from "@/server/services/conversations/conversation";
import {
  listClosedConversations,
  listOpenConversations,
} from "@/server/services/conversations/list-open";

interface Props {
  searchParams: Promise<{ q?: string | string[] }>;
}

export default async function HomePage({ searchParams }: Props) {
  const context = await loadContext();
  const [t, { q }, open, closed] = await Promise.all([
    getTranslations("home"),
    searchParams,
    listOpenConversations(context),
    listClosedConversations(context),
  ]);
  const query = String(q ?? "")
    .trim()
    .slice(0, 200);
  const foundOpen = searchConversations(open, query);
  const foundClosed = searchConversations(closed, query);
  const found = foundOpen.length + foundClosed.length;
  const maps = await listMapSources(context, {
    conversationIds: [...foundOpen, ...foundClosed].filter(areResultsOpen).map(({ id }) => id),
  });
  const hasAny = open.length + closed.length > 0;
  return (
    <div className="page-width">
      <div className="max-w-2xl py-10 sm:py-16">
        <h1 className="text-4xl tracking-tight sm:text-5xl">{t("title")}</h1>
        <p className="mt-4 text-lg text-muted sm:text-xl">{t("intro")}</p>
      </div>
      {hasAny && <SearchForm query={query} found={found} />}
      {query === "" && open.length === 0 && <NothingOpen />}
      <ConversationList
        title={t("openHeading")}
        conversations={foundOpen}
        maps={maps}
        now={context.now()}
      />
      <ConversationList
        title={t("closedHeading")}
        conversations={foundClosed}
        maps={maps}
        now={context.now()}
      />
    </div>
  );
}

function areResultsOpen({ state, settings }: Conversation): boolean {
  const { resultsVisibility: visibility, resultsAfterVotes } = settings;
  return areResultsPublic({ visibility, resultsAfterVotes, state });
}

async function NothingOpen() {
  const [t, href] = await Promise.all([getTranslations("home"), getLocalizeHref()]);
  return (
    <div className="mt-8 grid max-w-2xl justify-items-start gap-3 rounded-card border border-line border-dashed p-6">
      <h2 className="text-xl">{t("emptyTitle")}</h2>
      <p className="text-muted">{t("emptyBody")}</p>
      <LinkButton href={href("/manage")} variant="primary">
        {t("emptyAction")}
      </LinkButton>
    </div>
  );
}
