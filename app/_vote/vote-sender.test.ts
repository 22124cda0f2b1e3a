import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CastVotesAnswer } from "@/lib/schemas/vote";
import { addVote, emptyOutbox, type Outbox } from "@/lib/voting/outbox";
import type { Outcome } from "./request-types";
import { createVoteSender } from "./vote-sender";

const done: Outcome<CastVotesAnswer> = {
  kind: "done",
  answer: { accepted: 1, next: [], remaining: 0, participant: { id: 0, token: "t" } },
};
const later: Outcome<CastVotesAnswer> = { kind: "later", afterMs: 0, wasReached: false };
const refused = (reason: string): Outcome<CastVotesAnswer> => ({
  kind: "refused",
  status: 412,
  reason,
});

function createStore(...statements: number[]) {
  let outbox = statements.reduce(
    (outbox, statement) =>
      addVote(outbox, { statement, value: 1, important: false }, { now: 1, key: "k" }),
    emptyOutbox,
  );
  return {
    read: () => outbox,
    change: async (next: (outbox: Outbox) => Outbox) => {
      outbox = next(outbox);
      return outbox;
    },
    isOnDevice: () => true,
    subscribe: () => () => {},
  };
}

function createSender(store: ReturnType<typeof createStore>, post: () => Promise<typeof done>) {
  const heard = { post: vi.fn(post), onAnswer: vi.fn(), onWaiting: vi.fn() };
  return { ...heard, sender: createVoteSender({ store, ...heard }) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("sends what waits, once, and tells the answer", async () => {
  const store = createStore(1, 2);
  const { sender, post, onAnswer } = createSender(store, async () => done);
  sender.wake();
  sender.wake();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(post).toHaveBeenCalledTimes(1);
  expect(onAnswer).toHaveBeenCalledTimes(1);
  expect(store.read()).toMatchObject({ votes: [], counted: [1, 2] });
});

test("keeps what could not be sent and tries again until it can", async () => {
  const store = createStore(1);
  let isAway = true;
  const { sender, post, onWaiting } = createSender(store, async () => (isAway ? later : done));
  sender.wake();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(onWaiting).toHaveBeenLastCalledWith("connection");
  expect(store.read().votes).toMatchObject([{ statement: 1, wasTried: true }]);
  const attempts = post.mock.calls.length;
  expect(attempts).toBeGreaterThan(2);
  expect(attempts).toBeLessThan(8); // ever more slowly
  isAway = false;
  sender.wake(); // the connection is back
  await vi.advanceTimersByTimeAsync(0);
  expect(onWaiting).toHaveBeenLastCalledWith(null);
  expect(store.read().votes).toEqual([]);
});

test("says that votes wait when the answer is slow to come", async () => {
  const { sender, onWaiting } = createSender(createStore(1), () => new Promise(() => {}));
  sender.wake();
  await vi.advanceTimersByTimeAsync(1_400);
  expect(onWaiting).not.toHaveBeenCalledWith("connection");
  await vi.advanceTimersByTimeAsync(200);
  expect(onWaiting).toHaveBeenCalledWith("connection");
});

test("says so when the server was reached and could not take them", async () => {
  const busy = { ...later, wasReached: true };
  const { sender, onWaiting } = createSender(createStore(1), async () => busy);
  sender.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(onWaiting).toHaveBeenLastCalledWith("busy");
});

test("of votes that are refused together only the bad one falls", async () => {
  const store = createStore(1, 2, 3);
  const sent: number[][] = [];
  const { sender } = createSender(store, async () => {
    const votes = store.read().votes.filter(({ wasTried }) => wasTried);
    const batch = sent.length === 0 ? votes : votes.slice(0, 1);
    sent.push(batch.map(({ statement }) => statement));
    return batch.some(({ statement }) => statement === 2) ? refused("statement-rejected") : done;
  });
  sender.wake();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent).toEqual([[1, 2, 3], [1], [2], [3]]);
  expect(store.read()).toMatchObject({
    votes: [],
    counted: [1, 3],
    refused: [{ statement: 2, reason: "statement-rejected" }],
  });
});

test("all votes fall at once when the conversation has closed", async () => {
  const store = createStore(1, 2, 3);
  const { sender, post } = createSender(store, async () => refused("conversation-closed"));
  sender.wake();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(post).toHaveBeenCalledTimes(1);
  expect(store.read()).toMatchObject({ votes: [], counted: [] });
  expect(store.read().refused).toHaveLength(3);
});

test("a vote cast while others are under way is sent after them", async () => {
  const store = createStore(1);
  const { sender, post } = createSender(
    store,
    () => new Promise((resolve) => setTimeout(resolve, 100, done)),
  );
  sender.wake();
  await vi.advanceTimersByTimeAsync(50);
  const vote = { statement: 2, value: -1, important: false } as const;
  await store.change((outbox) => addVote(outbox, vote, { now: 2, key: "k" }));
  sender.wake();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(post).toHaveBeenCalledTimes(2);
  expect(store.read()).toMatchObject({ votes: [], counted: [1, 2] });
});

test("sends nothing more once it is stopped", async () => {
  const { sender, post } = createSender(createStore(1), async () => later);
  sender.wake();
  await vi.advanceTimersByTimeAsync(0);
  sender.stop();
  await vi.advanceTimersByTimeAsync(100_000);
  expect(post).toHaveBeenCalledTimes(1);
});

test("a vote on what is presented waits until its voting opens again, and holds up no other", async () => {
  const store = createStore(1, 2, 3);
  let isStageOpen = false;
  const sent: number[][] = [];
  const post = async (votes: readonly { statement: number }[]) => {
    const statements = votes.map(({ statement }) => statement);
    if (statements.includes(1) && !isStageOpen) return refused("stage-closed");
    sent.push(statements);
    return done;
  };
  const onWaiting = vi.fn();
  const sender = createVoteSender({ store, post, onAnswer: vi.fn(), onWaiting });
  sender.wake();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent).toEqual([[2], [3]]);
  expect(store.read()).toMatchObject({ votes: [{ statement: 1 }], refused: [] });
  expect(onWaiting).toHaveBeenLastCalledWith(null);
  isStageOpen = true;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent).toEqual([[2], [3], [1]]);
  expect(store.read()).toMatchObject({ votes: [], counted: [2, 3, 1], refused: [] });
});

test("a vote that is held back is offered again without haste", async () => {
  const store = createStore(1);
  const { sender, post } = createSender(store, async () => refused("stage-closed"));
  sender.wake();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(post.mock.calls.length).toBeGreaterThan(6);
  expect(post.mock.calls.length).toBeLessThan(15);
  expect(store.read().votes).toMatchObject([{ statement: 1 }]);
});
