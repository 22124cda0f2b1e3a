import { getLocale } from "next-intl/server";
import { cache } from "react";
import { createResultsView } from "@/lib/results/create-results-view";
import type { ResultsView } from "@/lib/results/results-view";
import { findStanding, type Standing } from "@/lib/results/standing";
import type { VoteValue } from "@/lib/schemas/vote";
import { getRuntime } from "@/server/runtime";
import { getLatestAnalysis } from "@/server/services/analyses/get-latest";
import type { ServiceContext } from "@/server/services/context";
import type { Conversation } from "@/server/services/conversations/conversation";
import { listStatements } from "@/server/services/statements/list";
import { listShownTranslations } from "@/server/services/translations/list-shown";
import { loadReader } from "./load-reader";
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
  const { context, conversation, ownVotes, isDisclosed, isKnown, hasToken } =
    await loadReader(slug);
  return {
    conversation,
    /** The request came with a cookie or a token of somebody who takes part. */
    isKnown,
    /** It was the token, which later requests have to bring too. */
    hasToken,
    ownVoteCount: ownVotes.length,
    disclosed: isDisclosed ? await readResults(context, conversation, ownVotes) : null,
  };
});

async function readResults(
  context: ServiceContext,
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
