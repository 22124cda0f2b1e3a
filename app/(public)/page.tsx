import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConversationList } from "@/app/_home/conversation-list";
import { DirectoryFilters } from "@/app/_home/directory-filters";
import { loadDirectoryPage } from "@/app/_home/load-directory-page";
import { PageLinks } from "@/app/_home/page-links";
import { SearchForm } from "@/app/_home/search-form";
import { feedLink } from "@/app/_share/feed-link";
import { LinkButton } from "@/app/_ui/link-button";
import { loadContext } from "@/app/_viewer/load-viewer";
import {
  type DirectoryQuery,
  directoryHref,
  parseDirectoryQuery,
} from "@/lib/directory/directory-query";
import { getLocalizeHref } from "@/server/i18n/localize-href";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where the list begins, so that nobody reads the words above it twice. */
const list = "conversations";

export async function generateMetadata(): Promise<Metadata> {
  const common = await getTranslations("common");
  return { alternates: { types: await feedLink("/answers.atom", common("productName")) } };
}

export default async function HomePage({ searchParams }: Props) {
  const params = await searchParams;
  const query = parseDirectoryQuery((name) => [params[name]].flat()[0]);
  const context = await loadContext();
  const [t, href, directory] = await Promise.all([
    getTranslations("home"),
    getLocalizeHref(),
    loadDirectoryPage(context, query),
  ]);
  const { isEmpty, counts, page, pages, open, closed } = directory;
  const hrefOf = (change: Partial<DirectoryQuery>) =>
    href(`${directoryHref("/", query, change)}#${list}`);
  const asksForOpen = query.filter === "all" || query.filter === "open";
  const lists = { directory, now: context.now() };
  return (
    <div className="page-width">
      <div className="max-w-2xl py-10 sm:py-16">
        <h1 className="text-4xl tracking-tight sm:text-5xl">{t("title")}</h1>
        <p className="mt-4 text-lg text-muted sm:text-xl">{t("intro")}</p>
      </div>
      {!isEmpty && (
        <div id={list} className="scroll-mt-4">
          <SearchForm query={query} found={counts.all} />
          <DirectoryFilters
            counts={counts}
            current={query.filter}
            hrefOf={(filter) => hrefOf({ filter })}
          />
        </div>
      )}
      {query.words === "" && counts.open === 0 && asksForOpen && <NothingOpen />}
      {counts.all > 0 && counts[query.filter] === 0 && <p className="mt-8">{t("filterEmpty")}</p>}
      <ConversationList title={t("openHeading")} conversations={open} {...lists} />
      <ConversationList title={t("closedHeading")} conversations={closed} {...lists} />
      <PageLinks page={page} pages={pages} hrefOf={(asked) => hrefOf({ page: asked })} />
      {counts[query.filter] > 0 && (
        <p className="mt-8">
          <a
            href={directoryHref("/directory.csv", query)}
            download
            className="link inline-flex min-h-11 items-center"
          >
            {t("download")}
          </a>
        </p>
      )}
    </div>
  );
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
