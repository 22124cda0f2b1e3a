import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import { type EmbedOptions, embedQueryOf, showsPart, usualParts } from "@/lib/embed/embed-options";
import { parseSelection, type SearchParams } from "@/lib/results/selection";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { loadHistoryRows } from "../_history/load-history-rows";
import { HiddenResults } from "../_results/hidden-results";
import { loadAgreement } from "../_results/load-agreement";
import { loadResults } from "../_results/load-results";
import { pickResultsMessages } from "../_results/pick-messages";
import { LazyResults } from "./lazy-results";
import { ShowAsOwn } from "./show-as-own";

interface Props {
  slug: string;
  query: SearchParams;
  options: EmbedOptions;
}

/** The live results in somebody's frame, for whoever may see them now. */
export async function EmbeddedResults({ slug, query, options }: Props) {
  const { conversation, ownVoteCount, disclosed, isKnown, hasToken } = await loadResults(slug);
  const { statement, view } = parseSelection(query);
  const isOfTables = disclosed !== null && view === "table";
  const [agreement, history, t, mine, href, messages] = await Promise.all([
    loadAgreement(conversation.id, disclosed?.view?.version, statement),
    isOfTables ? loadHistoryRows(conversation.id) : [],
    getTranslations("results"),
    getTranslations("mine"),
    getLocalizeHref(),
    pickResultsMessages(),
  ]);
  const hasTitle = options.view === "results" && showsPart(options, "title");
  const isAfterVotes = !disclosed && conversation.settings.resultsVisibility === "after-votes";
  const voteHref = href(
    `/embed/${conversation.slug}?${embedQueryOf({ ...options, view: "vote" })}`,
  );
  return (
    <section className="px-4 pt-4 pb-6">
      {query.from === "vote" && (
        <a href={voteHref} className="link inline-flex min-h-11 items-center">
          {mine("back")}
        </a>
      )}
      {isAfterVotes && !isKnown && query.own === undefined && (
        <ShowAsOwn conversationId={conversation.id} />
      )}
      {hasTitle ? (
        <h1 dir="auto" className="text-lg">
          {t("titleOf", { title: conversation.title })}
        </h1>
      ) : (
        <h2 className="sr-only">{t("titleOf", { title: conversation.title })}</h2>
      )}
      {disclosed ? (
        <NextIntlClientProvider messages={messages}>
          <LazyResults
            ownIn={hasToken ? conversation.id : null}
            slug={conversation.slug}
            initial={disclosed}
            agreement={agreement}
            history={history}
            answers={null}
            voteHref={voteHref}
            parts={options.parts ?? usualParts}
          />
        </NextIntlClientProvider>
      ) : (
        <HiddenResults
          settings={conversation.settings}
          closesAt={conversation.closesAt}
          ownVotes={ownVoteCount}
          voteHref={voteHref}
        />
      )}
    </section>
  );
}
