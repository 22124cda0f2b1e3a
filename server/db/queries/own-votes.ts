import { and, count, eq, isNotNull } from "drizzle-orm";
import { participants } from "@/drizzle/schema/conversation";
import { currentVotes } from "@/drizzle/schema/vote";
import type { Queryable } from "@/server/db/client";

/** Statements on which the bearer of a token has a current vote. */
export async function countOwnVotes(
  tx: Queryable,
  { conversationId, tokenHash }: { conversationId: number; tokenHash: string },
): Promise<number> {
  const [row] = await tx
    .select({ votes: count() })
    .from(currentVotes)
    .innerJoin(
      participants,
      and(
        eq(participants.conversationId, currentVotes.conversationId),
        eq(participants.id, currentVotes.participantId),
      ),
    )
    .where(
      and(
        eq(participants.conversationId, conversationId),
        eq(participants.tokenHash, tokenHash),
        isNotNull(currentVotes.value),
      ),
    );
  return row?.votes ?? 0;
}
