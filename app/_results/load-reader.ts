import { headers } from "next/headers";
import { cache } from "react";
import { loadViewer } from "@/app/_viewer/load-viewer";
import { mayDiscloseResults } from "@/lib/results-policy";
import type { VoteValue } from "@/lib/schemas/vote";
import { getRuntime } from "@/server/runtime";
import { listOwnVotes } from "@/server/services/votes/list-own";

/** Who wants to see the results of which conversation, and whether they may now. */
export const loadReader = cache(async (slug: string) => {
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
  return { context, conversation, ownVotes, isDisclosed };
});

/** Pairs of statement and value, newest first. */
async function loadOwnVotes(slug: string): Promise<[number, VoteValue][]> {
  const { database, ballots, secrets } = getRuntime();
  const cookieHeader = (await headers()).get("cookie");
  const votes = await listOwnVotes(
    { db: database.db, ballots, secrets },
    { slug, credentials: { cookieHeader, authorizationHeader: null } },
  );
  return votes.map(({ statement, value }) => [statement, value]);
}
