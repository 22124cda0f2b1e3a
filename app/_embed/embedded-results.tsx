import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import { type EmbedOptions, showsPart, usualParts } from "@/lib/embed/embed-options";
import { parseSelection, type SearchParams } from "@/lib/results/selection";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { loadHistoryRows } from "../_history/load-history-rows";
import { HiddenResults } from "../_results/hidden-results";

import { loadAgreement } from "../_results/load-agreement";
import { loadResults } from "../_results/load-results";
import { pickResultsMessages } from "../_results/pick-messages";
import { LazyResults } from "./lazy-results";

interface Props {
  slug: string;
  query: SearchParams;
  options: EmbedOptions;
}

/** The live results in somebody's frame, for whoever may see them now. */
export async function EmbeddedResults({ slug, query, options }: Props) {
  const { conversation, ownVoteCount, disclosed } = await loadResults(slug);
  const { statement, view } = parseSelection(query);
  const isOfTables = disclosed !== null && view === "table";
  const [agreement, history, t, href, messages] = await Promise.all([
    loadAgreement(conversation.id, disclosed?.view?.version, statement),
    isOfTables ? loadHistoryRows(conversation.id) : [],
    getTranslations("results"),
    getLocalizeHref(),
    pickResultsMessages(),
  ]);
  const hasTitle = options.view === "results" && showsPart(options, "title");
  const voteHref = href(`/embed/${conversation.slug}`);
  return (
    <section className="px-4 pt-4 pb-6">
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
