import { headers } from "next/headers";
import { getRuntime } from "@/server/runtime";
import { listOwnStatements } from "@/server/services/statements/list-own";
import { listOwnVotes } from "@/server/services/votes/list-own";
import { readLastSeq } from "@/server/services/votes/read-last-seq";
import type { loadViewer } from "../_viewer/load-viewer";

/** What this browser has voted and written in a conversation; nothing in a draft. */
export async function loadOwn({ context, conversation }: Awaited<ReturnType<typeof loadViewer>>) {
  if (conversation.state === "draft") return { votes: [], statements: [], seq: 0 };
  const { ballots, secrets } = getRuntime();
  const own = { ...context, ballots, secrets };
  const cookieHeader = (await headers()).get("cookie");
  const input = {
    slug: conversation.slug,
    credentials: { cookieHeader, authorizationHeader: null },
  };
  const [votes, statements, seq] = await Promise.all([
    listOwnVotes(own, input),
    listOwnStatements(own, input),
    readLastSeq(own, input),
  ]);
  return { votes, statements, seq };
}
