import { headers } from "next/headers";
import { getRuntime } from "@/server/runtime";
import { listNextStatements } from "@/server/services/statements/list-next";
import { listOwnVotes } from "@/server/services/votes/list-own";
import type { loadViewer } from "../_viewer/load-viewer";
import type { VotingStart } from "./use-voting";

/** Enough to vote on while the first answer is on its way, or with a poor connection. */
const firstStatements = 10;

/** What is put to the vote for whoever looks at the page; null unless the conversation is open. */
export async function loadVote(
  viewer: Awaited<ReturnType<typeof loadViewer>>,
): Promise<VotingStart | null> {
  const { slug, state } = viewer.conversation;
  if (state !== "open") return null;
  const { ballots, secrets } = getRuntime();
  const context = { ...viewer.context, ballots, secrets, random: Math.random };
  const cookieHeader = (await headers()).get("cookie");
  const input = { slug, credentials: { cookieHeader, authorizationHeader: null } };
  const [{ next, remaining }, votes] = await Promise.all([
    listNextStatements(context, { ...input, count: firstStatements }),
    listOwnVotes(context, input),
  ]);
  return { statements: next, remaining, voted: votes.map(({ statement }) => statement) };
}
