import {
  and,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
  ne,
  or,
  sql,
} from "drizzle-orm";
import { conversations, memberships, participants } from "@/drizzle/schema/conversation";
import { currentVotes } from "@/drizzle/schema/vote";
import type { Queryable } from "@/server/db/client";
import { gather } from "@/server/db/gather";

export type ConversationRow = typeof conversations.$inferSelect;

// Written out: in a query of one table drizzle leaves the table's name off its columns, so that
// inside a subquery `conversations.id` would become the subquery's own `id`.
const participantCount = sql<number>`(
  select count(*)::int from participants
  where participants.conversation_id = conversations.id and participants.excluded_at is null
)`;
const pendingCount = sql<number>`(
  select count(*)::int from statements
  where statements.conversation_id = conversations.id and statements.moderation = 'pending'
)`;

/** Open in the row and not past its closing date; see lib/conversation-state.ts. */
const isOpenAt = (now: Date) =>
  and(
    eq(conversations.state, "open"),
    or(isNull(conversations.closesAt), gt(conversations.closesAt, now)),
  );

export const findConversationBySlug = gather(
  async (db, slugs: string[]): Promise<(ConversationRow | null)[]> => {
    // PostgreSQL refuses to compare with such a text.
    const asked = [...new Set(slugs)].filter((slug) => !slug.includes("\u0000"));
    const rows = await db.select().from(conversations).where(inArray(conversations.slug, asked));
    const found = new Map(rows.map((row) => [row.slug, row]));
    return slugs.map((slug) => found.get(slug) ?? null);
  },
);

export async function findConversationById(
  db: Queryable,
  id: number,
): Promise<ConversationRow | null> {
  const [row] = await db.select().from(conversations).where(eq(conversations.id, id));
  return row ?? null;
}

/** Null when the slug is taken. */
export async function insertConversation(
  db: Queryable,
  row: typeof conversations.$inferInsert,
): Promise<ConversationRow | null> {
  const [inserted] = await db
    .insert(conversations)
    .values(row)
    .onConflictDoNothing({ target: conversations.slug })
    .returning();
  return inserted ?? null;
}

export async function updateConversationRow(
  db: Queryable,
  id: number,
  change: Partial<Pick<ConversationRow, "title" | "description" | "settings" | "closesAt">>,
): Promise<ConversationRow | null> {
  const [row] = await db
    .update(conversations)
    .set(change)
    .where(eq(conversations.id, id))
    .returning();
  return row ?? null;
}

/** Null when it is open already. */
export async function openConversationRow(
  db: Queryable,
  change: { id: number; now: Date; closesAt: Date | null; answersDueAt: Date | null },
): Promise<ConversationRow | null> {
  const [row] = await db
    .update(conversations)
    .set({
      state: "open",
      opensAt: sql`coalesce(${conversations.opensAt}, ${change.now.toISOString()})`,
      closesAt: change.closesAt,
      answersDueAt: change.answersDueAt,
    })
    .where(
      and(
        eq(conversations.id, change.id),
        or(ne(conversations.state, "open"), lte(conversations.closesAt, change.now)),
      ),
    )
    .returning();
  return row ?? null;
}

/** Null when it is not open. */
export async function closeConversationRow(
  db: Queryable,
  change: { id: number; now: Date },
): Promise<ConversationRow | null> {
  const [row] = await db
    .update(conversations)
    .set({ state: "closed", closesAt: change.now })
    .where(and(eq(conversations.id, change.id), isOpenAt(change.now)))
    .returning();
  return row ?? null;
}

/** What everybody may find, the newest first. */
export async function listPublicConversations(
  db: Queryable,
  { limit }: { limit: number },
): Promise<ConversationRow[]> {
  return db
    .select()
    .from(conversations)
    .where(ne(conversations.state, "draft"))
    .orderBy(desc(conversations.createdAt), desc(conversations.id))
    .limit(limit);
}

/** How many took part in each; without a row where nobody did. */
export async function countParticipantsOf(db: Queryable, conversationIds: number[]) {
  return db
    .select({ conversationId: participants.conversationId, participants: count() })
    .from(participants)
    .where(
      and(inArray(participants.conversationId, conversationIds), isNull(participants.excludedAt)),
    )
    .groupBy(participants.conversationId);
}

/** Every conversation for `userId` null, otherwise those with a membership. */
export async function listManagedConversations(db: Queryable, userId: string | null) {
  return db
    .select({
      conversation: conversations,
      role: userId === null ? sql<null>`null` : memberships.role,
      participants: participantCount,
      pending: pendingCount,
    })
    .from(conversations)
    .leftJoin(
      memberships,
      and(
        eq(memberships.conversationId, conversations.id),
        userId === null ? sql`false` : eq(memberships.userId, userId),
      ),
    )
    .where(userId === null ? undefined : eq(memberships.userId, userId))
    .orderBy(desc(conversations.createdAt), desc(conversations.id));
}

/** How many took part, and with how many votes that stand now. */
export async function countActivity(
  db: Queryable,
  conversationId: number,
): Promise<{ participants: number; votes: number }> {
  const [people, ballots] = await Promise.all([
    db.$count(participants, eq(participants.conversationId, conversationId)),
    db.$count(
      currentVotes,
      and(eq(currentVotes.conversationId, conversationId), isNotNull(currentVotes.value)),
    ),
  ]);
  return { participants: people, votes: ballots };
}
