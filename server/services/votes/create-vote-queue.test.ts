import { afterEach, expect, test } from "vitest";
import type { VoteInput } from "@/lib/schemas/vote";
import { openDatabase } from "@/server/db/client";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { createVoteQueue, type VoteQueueOptions } from "./create-vote-queue";
import type { VoteQueue } from "./vote-queue";

const database = openTestDatabase();
const opened: VoteQueue[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((queue) => queue.close()));
});

function openQueue(options: Partial<VoteQueueOptions> = {}): VoteQueue {
  const open = () => openDatabase(database.url, { max: 1 }).sql;
  const queue = createVoteQueue({ open, ...options });
  opened.push(queue);
  return queue;
}

function agree(statement: number, more: Partial<VoteInput> = {}): VoteInput {
  return { statement, value: 1, important: false, ...more };
}

async function historyOf(conversationId: number) {
  return database.sql<{ participant: number; statement: number; value: number; seq: number }[]>`
    select participant_id as participant, statement_id as statement, value, vote_seq as seq
    from votes where conversation_id = ${conversationId} order by vote_seq`;
}

async function currentOf(conversationId: number) {
  return database.sql`
    select participant_id as participant, statement_id as statement, value, important,
      client_seq as seq
    from current_votes where conversation_id = ${conversationId}
    order by participant_id, statement_id`;
}

test("a newcomer's votes are stored, numbered and due for analysis", async () => {
  const { id } = await createTestConversation(database.db, { statements: 3 });
  const receipt = await openQueue().cast({
    conversationId: id,
    tokenHash: "a",
    votes: [agree(2), agree(0, { value: -1, important: true })],
  });
  expect(receipt).toEqual({ participantId: 0, accepted: 2, votedStatements: [0, 2] });
  expect(await historyOf(id)).toEqual([
    { participant: 0, statement: 2, value: 1, seq: 1 },
    { participant: 0, statement: 0, value: -1, seq: 2 },
  ]);
  expect(await currentOf(id)).toEqual([
    { participant: 0, statement: 0, value: -1, important: true, seq: 1 },
    { participant: 0, statement: 2, value: 1, important: false, seq: 1 },
  ]);
  const [queue] = await database.sql`
    select vote_seq, next_participant_id, due_at is not null as is_due
    from analysis_queue where conversation_id = ${id}`;
  expect(queue).toEqual({ vote_seq: 2, next_participant_id: 1, is_due: true });
});

test("64 newcomers at once become 64 participants, and none loses a vote", async () => {
  const { id } = await createTestConversation(database.db, { statements: 1 });
  const queue = openQueue();
  const receipts = await Promise.all(
    Array.from({ length: 64 }, (_, index) =>
      queue.cast({ conversationId: id, tokenHash: `newcomer ${index}`, votes: [agree(0)] }),
    ),
  );
  const ids = receipts.map((receipt) => receipt.participantId).sort((a, b) => a - b);
  expect(ids).toEqual(Array.from({ length: 64 }, (_, index) => index));
  expect(await historyOf(id)).toHaveLength(64);
});

test("two queues on one database hand out every number once", async () => {
  const { id } = await createTestConversation(database.db, { statements: 4 });
  const queues = [openQueue(), openQueue()];
  const requests = Array.from({ length: 200 }, (_, index) => ({
    conversationId: id,
    tokenHash: `person ${index % 50}`,
    votes: [agree(Math.floor(index / 50))],
  }));
  const receipts = await Promise.all(
    requests.map((request, index) => queues[index % 2]!.cast(request)),
  );
  expect(new Set(receipts.map((receipt) => receipt.participantId)).size).toBe(50);
  const history = await historyOf(id);
  expect(history.map((vote) => vote.seq)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
  expect(await currentOf(id)).toHaveLength(200);
});

test("two conversations in opposite order do not deadlock", async () => {
  const a = await createTestConversation(database.db, { statements: 1 });
  const b = await createTestConversation(database.db, { statements: 1 });
  const [one, two] = [openQueue(), openQueue()];
  const vote = (queue: typeof one, id: number, person: string) =>
    queue.cast({ conversationId: id, tokenHash: person, votes: [agree(0)] });
  const rounds = Array.from({ length: 20 }, (_, round) => [
    vote(one, a.id, `one ${round}`),
    vote(one, b.id, `one ${round}`),
    vote(two, b.id, `two ${round}`),
    vote(two, a.id, `two ${round}`),
  ]);
  await Promise.all(rounds.flat());
  expect(await historyOf(a.id)).toHaveLength(40);
  expect(await historyOf(b.id)).toHaveLength(40);
});

test("the same key twice at the same time is one participant with one vote", async () => {
  const { id } = await createTestConversation(database.db, { statements: 1 });
  const [one, two] = [openQueue(), openQueue()];
  const request = { conversationId: id, tokenHash: "the same", votes: [agree(0)] };
  const receipts = await Promise.all([one.cast(request), one.cast(request), two.cast(request)]);
  expect(new Set(receipts.map((receipt) => receipt.participantId))).toEqual(new Set([0]));
  expect(await historyOf(id)).toHaveLength(1);
});

test("a repeated request writes nothing, with a counter and without", async () => {
  const { id } = await createTestConversation(database.db, { statements: 2 });
  const queue = openQueue();
  const request = {
    conversationId: id,
    tokenHash: "a",
    votes: [agree(0, { seq: 5 }), agree(1)],
  };
  const first = await queue.cast(request);
  const before = await currentOf(id);
  expect(await queue.cast(request)).toEqual(first);
  expect(await currentOf(id)).toEqual(before);
  expect(await historyOf(id)).toHaveLength(2);
});

test("an offline retry that comes late does not undo a newer choice", async () => {
  const { id } = await createTestConversation(database.db, { statements: 1 });
  const queue = openQueue();
  const cast = (vote: VoteInput) =>
    queue.cast({ conversationId: id, tokenHash: "a", votes: [vote] });
  await cast(agree(0, { seq: 3 }));
  expect(await cast(agree(0, { seq: 2, value: -1 }))).toMatchObject({ accepted: 1 });
  expect(await currentOf(id)).toMatchObject([{ value: 1, seq: 3 }]);

  // The newest act repeats the stored choice; the older act between them is still older.
  await cast(agree(0, { seq: 9 }));
  await cast(agree(0, { seq: 7, value: -1 }));
  expect(await currentOf(id)).toMatchObject([{ value: 1, seq: 9 }]);
  expect(await historyOf(id)).toHaveLength(1);
});

test("null withdraws, also before the vote it withdraws arrives", async () => {
  const { id } = await createTestConversation(database.db, { statements: 2 });
  const queue = openQueue();
  const cast = (vote: VoteInput) =>
    queue.cast({ conversationId: id, tokenHash: "a", votes: [vote] });
  await cast(agree(0));
  expect(await cast(agree(0, { value: null }))).toMatchObject({ votedStatements: [] });
  expect(await historyOf(id)).toMatchObject([{ value: 1 }, { value: null }]);

  await cast(agree(1, { value: null, seq: 8 }));
  await cast(agree(1, { seq: 7 }));
  expect(await currentOf(id)).toMatchObject([{ value: null }, { value: null, seq: 8 }]);
  expect(await historyOf(id)).toHaveLength(2);
});

test("votes on one cell in one flush apply in order, each with its history", async () => {
  const { id } = await createTestConversation(database.db, { statements: 1 });
  await openQueue().cast({
    conversationId: id,
    tokenHash: "a",
    votes: [agree(0, { seq: 1 }), agree(0, { seq: 3, value: 0 }), agree(0, { seq: 2, value: -1 })],
  });
  expect(await historyOf(id)).toMatchObject([{ value: 1 }, { value: 0 }]);
  expect(await currentOf(id)).toMatchObject([{ value: 0, seq: 3 }]);
});

test("a refused request fails alone, makes no participant and writes none of its votes", async () => {
  const { id } = await createTestConversation(database.db, { statements: 2 });
  const queue = openQueue();
  const [bad, good] = await Promise.allSettled([
    queue.cast({ conversationId: id, tokenHash: "bad", votes: [agree(0), agree(99)] }),
    queue.cast({ conversationId: id, tokenHash: "good", votes: [agree(1)] }),
  ]);
  expect(bad).toMatchObject({ reason: { code: "NOT_FOUND", reason: "statement-not-found" } });
  expect(good).toMatchObject({ value: { participantId: 0 } });
  expect(await historyOf(id)).toHaveLength(1);
});

test("a request that the database itself refuses does not take the others with it", async () => {
  const { id } = await createTestConversation(database.db, { statements: 1 });
  const queue = openQueue();
  const [poisoned, good] = await Promise.allSettled([
    queue.cast({ conversationId: id, tokenHash: "a null byte \0", votes: [agree(0)] }),
    queue.cast({ conversationId: id, tokenHash: "good", votes: [agree(0)] }),
  ]);
  expect(poisoned.status).toBe("rejected");
  expect(good).toMatchObject({ value: { participantId: 0, accepted: 1 } });
});

test("only votable statements take votes", async () => {
  const cast = (id: number, statement: number, value: VoteInput["value"] = 1) =>
    openQueue().cast({ conversationId: id, tokenHash: "a", votes: [agree(statement, { value })] });
  for (const moderation of ["lenient", "strict"] as const) {
    const { id } = await createTestConversation(database.db, {
      statements: 3,
      settings: { moderation },
    });
    await database.sql`update statements set moderation = 'pending'
      where conversation_id = ${id} and id = 1`;
    await database.sql`update statements set moderation = 'rejected'
      where conversation_id = ${id} and id = 2`;
    await cast(id, 0);
    const pending = cast(id, 1);
    if (moderation === "lenient") await pending;
    else await expect(pending).rejects.toMatchObject({ reason: "statement-not-found" });
    await expect(cast(id, 2)).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
      reason: "statement-rejected",
    });
    await cast(id, 2, null);
  }
});

test("an author may vote on a statement of their own that still waits", async () => {
  const { id } = await createTestConversation(database.db, {
    statements: 2,
    settings: { moderation: "strict" },
  });
  const queue = openQueue();
  await queue.cast({ conversationId: id, tokenHash: "author", votes: [agree(0)] });
  await database.sql`update statements set moderation = 'pending', author_id = 0
    where conversation_id = ${id} and id = 1`;
  const receipt = await queue.cast({ conversationId: id, tokenHash: "author", votes: [agree(1)] });
  expect(receipt.votedStatements).toEqual([0, 1]);
});

test("draft, not yet open, closed and overdue conversations refuse, each with its reason", async () => {
  const later = new Date(Date.now() + 3_600_000).toISOString();
  const earlier = new Date(Date.now() - 1_000).toISOString();
  const cases = [
    { change: { state: "draft" }, reason: "conversation-not-found" },
    { change: { opens_at: later }, reason: "conversation-not-open-yet" },
    { change: { state: "closed" }, reason: "conversation-closed" },
    { change: { closes_at: earlier }, reason: "conversation-closed" },
  ];
  for (const { change, reason } of cases) {
    const { id } = await createTestConversation(database.db, { statements: 1 });
    await database.sql`update conversations set ${database.sql(change)} where id = ${id}`;
    const vote = openQueue().cast({ conversationId: id, tokenHash: "a", votes: [agree(0)] });
    await expect(vote).rejects.toMatchObject({ reason });
    expect(await historyOf(id)).toHaveLength(0);
  }
});

test("a conversation that does not exist is not found", async () => {
  const vote = openQueue().cast({ conversationId: 1e9, tokenHash: "a", votes: [agree(0)] });
  await expect(vote).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("requests beyond the bound are refused at once, those before it are stored", async () => {
  const { id } = await createTestConversation(database.db, { statements: 1 });
  const queue = openQueue({ maxWaitingVotes: 2 });
  const cast = (person: string) =>
    queue.cast({ conversationId: id, tokenHash: person, votes: [agree(0)] });
  const results = await Promise.allSettled(["a", "b", "c"].map(cast));
  expect(results.map((result) => result.status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
  expect(results[2]).toMatchObject({ reason: { code: "SERVICE_UNAVAILABLE", reason: "too-busy" } });
});

test("a flush waits for the lock of a writer elsewhere, and sees what it wrote", async () => {
  const { id } = await createTestConversation(database.db, { statements: 1 });
  const queue = openQueue();
  let vote: Promise<unknown> | undefined;
  await database.sql.begin(async (tx) => {
    await tx`select from analysis_queue where conversation_id = ${id} for update`;
    vote = queue.cast({ conversationId: id, tokenHash: "a", votes: [agree(0)] });
    vote.catch(() => {});
    await waitUntilSomebodyWaits();
    await tx`update conversations set state = 'closed' where id = ${id}`;
  });
  await expect(vote).rejects.toMatchObject({ reason: "conversation-closed" });
});

test("after closing, accepted votes are stored and new ones refused", async () => {
  const { id } = await createTestConversation(database.db, { statements: 1 });
  const queue = openQueue();
  const cast = (person: string) =>
    queue.cast({ conversationId: id, tokenHash: person, votes: [agree(0)] });
  const accepted = cast("a");
  const closed = queue.close();
  await expect(cast("b")).rejects.toMatchObject({ reason: "shutting-down" });
  await Promise.all([accepted, closed]);
  expect(await historyOf(id)).toHaveLength(1);
});

async function waitUntilSomebodyWaits(): Promise<void> {
  for (;;) {
    const [row] = await database.sql`
      select 1 from pg_stat_activity where datname = current_database()
        and wait_event_type = 'Lock'`;
    if (row) return;
  }
}
