import { answers, answerUpdates } from "@/drizzle/schema/answer";
import { conversations, participants } from "@/drizzle/schema/conversation";
import { statements } from "@/drizzle/schema/statement";
import { currentVotes, votes } from "@/drizzle/schema/vote";
import { defaultConversationSettings } from "@/lib/schemas/conversation";
import type { Database, Transaction } from "@/server/db/client";
import { insertQueueRow, markDue } from "@/server/db/queries/analysis-queue";
import type { ConversationPlan } from "./conversation-plan";
import { type SimulatedConversation, simulateConversation } from "./simulate-votes";

const ROWS_PER_INSERT = 2_000;
const HOUR_MS = 3_600_000;
const DAYS = 5;

/**
 * Puts a made-up conversation into the database, as if it had gone on for the last days. Nothing
 * happens when its address is taken: it is there already, or somebody's own stands there.
 * @returns whether it was inserted
 */
export async function loadConversation(
  db: Database,
  plan: ConversationPlan,
  now: Date,
): Promise<boolean> {
  // One transaction: a start that is killed in the middle leaves nothing, and the next begins anew.
  return db.transaction(async (tx) => {
    const endedAt = plan.closed ? daysBefore(now, plan.closed.daysAgo) : now;
    const startedAt = daysBefore(endedAt, DAYS);
    const conversationId = await insertConversation(tx, plan, { startedAt, endedAt });
    if (conversationId === null) return false;
    const simulated = simulateConversation(plan);
    await insertQueueRow(tx, conversationId, {
      nextParticipantId: plan.participants,
      nextStatementId: plan.statements.length,
      voteSeq: simulated.votes.length,
    });
    const timeOf = (share: number) =>
      new Date(startedAt.getTime() + share * (endedAt.getTime() - startedAt.getTime()));
    await insertPeople(tx, conversationId, { plan, simulated, timeOf });
    await insertVotes(tx, conversationId, { simulated, timeOf });
    await insertAnswers(tx, conversationId, plan, now);
    await markDue(tx, conversationId, { moderation: true });
    return true;
  });
}

async function insertConversation(
  tx: Transaction,
  plan: ConversationPlan,
  { startedAt, endedAt }: { startedAt: Date; endedAt: Date },
): Promise<number | null> {
  const { slug, title, description } = plan;
  const [row] = await tx
    .insert(conversations)
    .values({
      slug,
      title,
      description,
      settings: { ...defaultConversationSettings, ...plan.settings },
      state: plan.closed ? "closed" : "open",
      opensAt: startedAt,
      closesAt: plan.closed ? endedAt : null,
      createdAt: startedAt,
    })
    .onConflictDoNothing({ target: conversations.slug })
    .returning({ id: conversations.id });
  return row?.id ?? null;
}

async function insertPeople(
  tx: Transaction,
  conversationId: number,
  input: {
    plan: ConversationPlan;
    simulated: SimulatedConversation;
    timeOf(share: number): Date;
  },
): Promise<void> {
  const { plan, simulated, timeOf } = input;
  const people = simulated.camps.map((_, id) => ({
    conversationId,
    id,
    createdAt: timeOf(id / simulated.camps.length),
  }));
  await inParts(people, (rows) => tx.insert(participants).values(rows));
  await tx.insert(statements).values(
    plan.statements.map((statement, id) => {
      const author = simulated.authors[id] ?? null;
      const isPending = statement.moderation === "pending";
      const createdAt = timeOf(author === null ? 0 : author / simulated.camps.length);
      return {
        conversationId,
        id,
        text: statement.text,
        language: plan.language,
        authorId: author,
        isSeed: author === null,
        moderation: statement.moderation ?? ("accepted" as const),
        moderationReason: statement.moderationReason ?? null,
        moderatedAt: isPending ? null : createdAt,
        createdAt,
      };
    }),
  );
}

async function insertVotes(
  tx: Transaction,
  conversationId: number,
  input: { simulated: SimulatedConversation; timeOf(share: number): Date },
): Promise<void> {
  const { simulated, timeOf } = input;
  const cells = simulated.votes.map(({ participant, statement, value }, index) => ({
    conversationId,
    participantId: participant,
    statementId: statement,
    value,
    voteSeq: index + 1,
    at: timeOf((index + 1) / simulated.votes.length),
  }));
  await inParts(cells, (rows) => tx.insert(votes).values(rows));
  await inParts(cells, (rows) => tx.insert(currentVotes).values(rows));
}

async function insertAnswers(
  tx: Transaction,
  conversationId: number,
  { closed }: ConversationPlan,
  now: Date,
): Promise<void> {
  for (const { statement: statementId, wordings, updates } of closed?.answers ?? []) {
    const of = { conversationId, statementId };
    const said = wordings.map(({ daysAgo, dueInDays, ...wording }, index) => {
      const answeredAt = daysBefore(now, daysAgo);
      const dueAt = dueInDays === null ? null : daysBefore(answeredAt, -dueInDays);
      const dueOn = dueAt?.toISOString().slice(0, 10) ?? null;
      return { ...of, ...wording, number: index + 1, answeredAt, dueOn };
    });
    const told = updates.map(({ daysAgo, ...update }, index) => {
      return { ...of, ...update, number: index + 1, reportedAt: daysBefore(now, daysAgo) };
    });
    await inParts(said, (rows) => tx.insert(answers).values(rows));
    await inParts(told, (rows) => tx.insert(answerUpdates).values(rows));
  }
}

function daysBefore(time: Date, days: number): Date {
  return new Date(time.getTime() - days * 24 * HOUR_MS);
}

async function inParts<Row>(rows: Row[], insert: (part: Row[]) => Promise<unknown>) {
  for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
    await insert(rows.slice(start, start + ROWS_PER_INSERT));
  }
}
