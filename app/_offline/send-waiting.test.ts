import { beforeEach, expect, test, vi } from "vitest";
import { addVote, emptyOutbox } from "@/lib/voting/outbox";
import { postVotes } from "../_vote/post-votes";
import { changeKeptOutbox, readKeptOutboxes } from "../_vote/vote-database";
import { sendWaiting } from "./send-waiting";

vi.mock("../_vote/vote-database");
vi.mock("../_vote/post-votes");

const place = { conversationId: 3, slug: "x", isByCookie: true };
const agree = (statement: number) => ({ statement, value: 1 as const, important: false });

/** What the disk holds. */
let outbox = emptyOutbox;

beforeEach(() => {
  outbox = addVote({ ...emptyOutbox, counted: [4] }, agree(7), { now: 1, key: "k" });
  vi.mocked(readKeptOutboxes).mockImplementation(async () => [{ ...place, outbox }]);
  vi.mocked(changeKeptOutbox).mockImplementation(async (_, change) => {
    outbox = change(outbox);
    return outbox;
  });
});

test("the worker sends what waits and notes that it is counted", async () => {
  vi.mocked(postVotes).mockResolvedValue({ kind: "done", answer: null });
  await sendWaiting();
  expect(outbox).toMatchObject({ votes: [], counted: [4, 7], refused: [] });
});

test("a single vote of somebody whose token names nobody any more is a newcomer's, not lost", async () => {
  vi.mocked(postVotes)
    .mockResolvedValueOnce({ kind: "refused", status: 401, reason: "participant-gone" })
    .mockResolvedValueOnce({ kind: "done", answer: null });
  await expect(sendWaiting()).rejects.toThrow("could not be sent yet");
  expect(outbox).toMatchObject({ votes: [{ statement: 7 }], counted: [], refused: [] });
  await sendWaiting(); // the answer took the cookie away
  expect(outbox).toMatchObject({ votes: [], counted: [7], refused: [] });
});
