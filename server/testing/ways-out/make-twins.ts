import { eq } from "drizzle-orm";
import { conversations } from "@/drizzle/schema/conversation";
import type { ConversationSettings, ConversationState } from "@/lib/schemas/conversation";
import type { DatabaseClient } from "@/server/db/client";
import { getJoinCode } from "@/server/services/conversations/join-code";
import { castVotesNow, type RawVote } from "../cast-raw-votes";
import { createTestConversation } from "../conversation";

/**
 * Two conversations in which the same people vote on the same statements, differently: whoever can tell
 * one from the other knows something of the results.
 */
export interface Twins {
  name: string;
  policy: ConversationSettings["resultsVisibility"];
  state: ConversationState;
  both: [Twin, Twin];
}

export interface Twin {
  id: number;
  slug: string;
  title: string;
  /** Of the short address. */
  code: string;
  /** Of the newest analysis, once there is one. */
  version: number;
  /** The statement that everybody agrees with. */
  shared: number;
}

export const votesNeeded = 4;
export const statementCount = 6;
const crowd = 20;

/** Open, with the crowd's votes; `state` is what they are to become. */
export async function makeTwins(
  database: DatabaseClient,
  { policy, state }: Pick<Twins, "policy" | "state">,
): Promise<Twins> {
  const name = `${policy}-${state}`;
  const settings = {
    resultsVisibility: policy,
    resultsAfterVotes: votesNeeded,
    answerDays: 30,
    publicVotes: true,
  };
  const make = async (letter: string, shared: number): Promise<Twin> => {
    const { id } = await createTestConversation(database.db, {
      statements: statementCount,
      settings,
    });
    const slug = `twin-${letter}-${name}`;
    const title = `Twin${letter}${policy.replaceAll("-", "")}${state}`;
    const at = new Date("2026-04-01T12:00:00Z");
    await database.db
      .update(conversations)
      .set({ slug, title, createdAt: at, opensAt: at })
      .where(eq(conversations.id, id));
    await castVotesNow(database.sql, id, crowdVotes(shared));
    await database.sql`
      update analysis_queue set next_participant_id = ${crowd} where conversation_id = ${id}`;
    const code = await getJoinCode(database, { conversationId: id });
    return { id, slug, title, code, version: 0, shared };
  };
  return { name, policy, state, both: [await make("a", 0), await make("b", 1)] };
}

/** Two camps that take turns in agreeing, and share one statement. */
function crowdVotes(shared: number): RawVote[] {
  return people().flatMap((participant) =>
    Array.from({ length: statementCount }, (_, statement): RawVote => {
      const agrees = statement === shared || (statement + participant + shared) % 2 === 0;
      return [participant, statement, agrees ? 1 : -1];
    }),
  );
}

/** What the crowd thinks of a statement that was written later. */
export function lateVotes(statement: number, { shared }: Twin): RawVote[] {
  return people().map((participant) => [participant, statement, shared === 0 ? 1 : -1]);
}

function people(): number[] {
  return Array.from({ length: crowd }, (_, participant) => participant);
}
