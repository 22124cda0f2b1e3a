import { headers } from "next/headers";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { loadViewer } from "@/app/_viewer/load-viewer";
import { createResultsView } from "@/lib/results/create-results-view";
import type { ResultsView } from "@/lib/results/results-view";
import { findStanding, type Standing } from "@/lib/results/standing";
import { mayDiscloseResults } from "@/lib/results-policy";
import type { VoteValue } from "@/lib/schemas/vote";
import { getRuntime } from "@/server/runtime";
import { getLatestAnalysis } from "@/server/services/analyses/get-latest";
import type { Conversation } from "@/server/services/conversations/conversation";
import { listStatements } from "@/server/services/statements/list";
import { listShownTranslations } from "@/server/services/translations/list-shown";
import { listOwnVotes } from "@/server/services/votes/list-own";
import type { ResultStatements } from "./result-statement";

/** What a viewer may know of a conversation's results now. */
export interface DisclosedResults {
  /** Null before the first analysis. */
  view: ResultsView | null;
  statements: ResultStatements;
  /** Pairs of statement and value: the viewer's own, newest first. */
  ownVotes: [number, VoteValue][];
  /** Null without votes. */
  standing: Standing | null;
  isClosed: boolean;
}

/** Reads the newest results for the viewer of a page, or says that they may not see any. */
export const loadResults = cache(async (slug: string) => {
  const { context, conversation } = await loadViewer(slug);
  // Nobody votes on a draft, which only its organisers see.
  const ownVotes = conversation.state === "draft" ? [] : await loadOwnVotes(conversation.slug);
  const { resultsVisibility, resultsAfterVotes } = conversation.settings;
  const isDisclosed = mayDiscloseResults({
    visibility: resultsVisibility,
    resultsAfterVotes,
    state: conversation.state,
    ownVotes: ownVotes.length,
    role: conversation.role,
  });
  return {
    conversation,
    ownVoteCount: ownVotes.length,
    disclosed: isDisclosed ? await readResults(context, conversation, ownVotes) : null,
  };
});

async function readResults(
  context: Awaited<ReturnType<typeof loadViewer>>["context"],
  { id: conversationId, state }: Pick<Conversation, "id" | "state">,
  ownVotes: [number, VoteValue][],
): Promise<DisclosedResults> {
  const [published, rows] = await Promise.all([
    getLatestAnalysis(context, { conversationId }),
    listStatements(context, { conversationId }),
  ]);
  const { translator } = getRuntime();
  const translations = await listShownTranslations(
    { ...context, translator },
    { conversationId, statements: rows, locale: await getLocale() },
  );
  const statements: ResultStatements = Object.fromEntries(
    rows.map(({ id, text, language }) => [
      id,
      { text, language, translation: translations.get(id) },
    ]),
  );
  const hasPlace = published !== null && ownVotes.length > 0;
  return {
    view: published && createResultsView(published, (id) => statements[id] !== undefined),
    statements,
    ownVotes,
    standing: hasPlace ? findStanding(ownVotes, published.analysis) : null,
    isClosed: state === "closed",
  };
}

async function loadOwnVotes(slug: string): Promise<[number, VoteValue][]> {
  const { database, ballots, secrets } = getRuntime();
  const cookieHeader = (await headers()).get("cookie");
  const votes = await listOwnVotes(
    { db: database.db, ballots, secrets },
    { slug, credentials: { cookieHeader, authorizationHeader: null } },
  );
  return votes.map(({ statement, value }) => [statement, value]);
}
