import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addVote, emptyOutbox, type Outbox } from "@/lib/voting/outbox";
import { createOutboxStore } from "./outbox-store";
import { changeKeptOutbox } from "./vote-database";

vi.mock("./vote-database");

const place = { conversationId: 3, slug: "x", isByCookie: true };
const cast = (statement: number) => (outbox: Outbox) =>
  addVote(outbox, { statement, value: 1, important: false }, { now: 1, key: "k" });
const statementsOf = ({ votes }: Outbox) => votes.map(({ statement }) => statement);

/** What the disk holds, and whether it takes more. */
const disk = { outbox: emptyOutbox, isFull: false };

beforeEach(() => {
  Object.assign(disk, { outbox: emptyOutbox, isFull: false });
  vi.mocked(changeKeptOutbox).mockImplementation(async (_, change) => {
    if (disk.isFull) throw new DOMException("Full.", "QuotaExceededError");
    disk.outbox = change(disk.outbox);
    return disk.outbox;
  });
});

afterEach(() => void vi.unstubAllGlobals());

test("a vote shows at once and is written down in turn", async () => {
  const store = createOutboxStore(place);
  const written = [store.change(cast(1)), store.change(cast(2))];
  expect(statementsOf(store.read())).toEqual([1, 2]);
  await Promise.all(written);
  expect(statementsOf(disk.outbox)).toEqual([1, 2]);
  expect(store.isOnDevice()).toBe(true);
});

test("what another tab wrote meanwhile stays", async () => {
  const store = createOutboxStore(place);
  disk.outbox = cast(7)(emptyOutbox);
  expect(statementsOf(await store.change(cast(1)))).toEqual([7, 1]);
  expect(statementsOf(store.read())).toEqual([7, 1]);
});

test("votes that the disk refuses last as long as the page, and are written when it takes them", async () => {
  const store = createOutboxStore(place);
  await store.change(cast(1));
  disk.isFull = true;
  await store.change(cast(2));
  await store.change(cast(3));
  expect(statementsOf(store.read())).toEqual([1, 2, 3]);
  expect(store.isOnDevice()).toBe(false);
  expect(statementsOf(disk.outbox)).toEqual([1]);
  disk.isFull = false;
  await store.change(cast(4));
  expect(statementsOf(disk.outbox)).toEqual([1, 2, 3, 4]);
  expect(store.isOnDevice()).toBe(true);
});

/** What a tab has, as far as the store uses it. */
function openTab(Channel: unknown) {
  const replace = vi.fn();
  const kept = new Map([["plenum-past-3", "[]"]]);
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("location", { replace, pathname: "/c/square", search: "?lang=de" });
  vi.stubGlobal("sessionStorage", { removeItem: (key: string) => kept.delete(key) });
  vi.stubGlobal("BroadcastChannel", Channel);
  return { replace, kept };
}

test("a browser that refuses the channel between tabs takes votes all the same", async () => {
  openTab(
    class {
      constructor() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      }
    },
  );
  const store = createOutboxStore(place);
  const stop = store.subscribe(() => {});
  await store.change(cast(1));
  expect(statementsOf(disk.outbox)).toEqual([1]);
  stop();
});

test("a tab that hears of somebody who left keeps nothing for undo and begins anew", () => {
  const opened: { onmessage?: (event: { data: string }) => void }[] = [];
  const { replace, kept } = openTab(
    class {
      onmessage?: (event: { data: string }) => void;
      constructor() {
        opened.push(this);
      }
      close() {}
    },
  );
  const stop = createOutboxStore(place).subscribe(() => {});
  opened[0]?.onmessage?.({ data: "forgotten" });
  expect(replace.mock.calls).toEqual([["/c/square?lang=de"]]);
  expect([...kept]).toEqual([]);
  stop();
});
