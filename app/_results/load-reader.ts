import { cache } from "react";
import { loadViewer } from "@/app/_viewer/load-viewer";
import { mayDiscloseResults } from "@/lib/results-policy";
import type { VoteValue } from "@/lib/schemas/vote";
import { getRuntime } from "@/server/runtime";
import { listOwnVotes } from "@/server/services/votes/list-own";

/** Who wants to see the results of which conversation, and whether they may now. */
export const loadReader = cache(async (slug: string) => {
  const viewer = await loadViewer(slug);
  const { context, conversation } = viewer;
  // Nobody votes on a draft, which only its organisers see.
  const ownVotes = conversation.state === "draft" ? [] : await loadOwnVotes(viewer);
  const { resultsVisibility, resultsAfterVotes } = conversation.settings;
  const isDisclosed = mayDiscloseResults({
    visibility: resultsVisibility,
    resultsAfterVotes,
    state: conversation.state,
    ownVotes: ownVotes.length,
    role: conversation.role,
  });
  const { participantId, credentials } = viewer;
  return {
    context,
    conversation,
    ownVotes,
    isDisclosed,
    isKnown: participantId !== null,
    hasToken: /^Participant\b/i.test(credentials.authorizationHeader ?? ""),
  };
});

/** Pairs of statement and value, newest first. */
async function loadOwnVotes({
  conversation: { slug },
  credentials,
}: Awaited<ReturnType<typeof loadViewer>>): Promise<[number, VoteValue][]> {
  const { database, ballots, secrets } = getRuntime();
  const votes = await listOwnVotes({ db: database.db, ballots, secrets }, { slug, credentials });
  return votes.map(({ statement, value }) => [statement, value]);
}
