import { getLocale } from "next-intl/server";
import { createTally, type Tally } from "@/lib/results/tally";
import { mayDiscloseResults } from "@/lib/results-policy";
import type { OwnStatement, OwnVote } from "@/lib/schemas/participation";
import { getRuntime } from "@/server/runtime";
import { getWholeAnalysis } from "@/server/services/analyses/get-latest";
import { listOwnStatements } from "@/server/services/statements/list-own";
import { translateVotes } from "@/server/services/translations/translate-votes";
import { readStanding } from "@/server/services/votes/read-standing";
import type { loadViewer } from "../_viewer/load-viewer";

interface Own {
  votes: OwnVote[];
  statements: OwnStatement[];
  /** The highest number that a vote of theirs has. */
  seq: number;
  /** How people voted on each own statement; null where this person may not see results now. */
  tallies: ReadonlyMap<number, Tally> | null;
}

type Viewer = Awaited<ReturnType<typeof loadViewer>>;

/** What this browser has voted and written in a conversation; nothing in a draft. */
export async function loadOwn(viewer: Viewer): Promise<Own> {
  const { context, conversation } = viewer;
  if (conversation.state === "draft") return { votes: [], statements: [], seq: 0, tallies: null };
  const { ballots, secrets, translator } = getRuntime();
  const own = { ...context, ballots, secrets };
  const input = {
    slug: conversation.slug,
    credentials: viewer.credentials,
  };
  const [standing, statements, ballot, locale] = await Promise.all([
    readStanding(own, input),
    listOwnStatements(own, input),
    ballots.get(conversation.slug),
    getLocale(),
  ]);
  const votes = translateVotes(ballot, standing.votes, { locale, translator });
  const tallies = await loadTallies(viewer, { votes, statements });
  return { votes, statements, seq: standing.seq, tallies };
}

async function loadTallies(
  { context, conversation }: Viewer,
  { votes, statements }: Pick<Own, "votes" | "statements">,
): Promise<Own["tallies"]> {
  const { resultsVisibility: visibility, resultsAfterVotes } = conversation.settings;
  const { state, role } = conversation;
  const ownVotes = votes.length;
  if (!mayDiscloseResults({ visibility, resultsAfterVotes, state, ownVotes, role })) return null;
  if (statements.length === 0) return new Map();
  const published = await getWholeAnalysis(context, { conversationId: conversation.id });
  return new Map(
    statements.flatMap(({ id }) => {
      const total = published?.analysis.statementTotals[id];
      return total ? [[id, createTally(total, total.votes)]] : [];
    }),
  );
}
