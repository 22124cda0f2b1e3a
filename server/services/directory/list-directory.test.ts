import { expect, test, vi } from "vitest";
import type { DirectoryFilter } from "@/lib/directory/directory-filter";
import { giveAnswer } from "@/server/services/answers/give-answer";
import { reportProgress } from "@/server/services/answers/report-progress";
import { openConversation } from "@/server/services/conversations/open";
import { contextFor, insertTestUser } from "@/server/testing/actors";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { closeOwedConversation } from "@/server/testing/owed-conversation";
import { listDirectory } from "./list-directory";

vi.setConfig({ testTimeout: 60_000 });

const database = openTestDatabase();
/** The answers are due at noon of 31 May. */
const promise = { answerDays: 30 };
const names = new Map<string, string>();

const operatorAt = (time: string) => contextFor(database.db, { kind: "operator" }, new Date(time));

async function make(name: string, settings: Parameters<typeof closeOwedConversation>[1] = {}) {
  const made = await closeOwedConversation(database, settings);
  names.set(made.slug, name);
  return made;
}

let all: Promise<void> | undefined;

/** Made by the first test that needs them; nobody changes them. */
function makeAll(): Promise<void> {
  all ??= create();
  return all;
}

async function create() {
  const going = await createTestConversation(database.db, { statements: 1 });
  names.set(going.slug, "going on");
  await make("no promise");
  await make("silent", { settings: promise });
  await make("hidden", { settings: { ...promise, resultsVisibility: "organisers" } });
  const answer = { statementId: 0, basedOn: 0, decision: "will-act" as const, unit: "Parks" };
  const done = await make("done", { settings: promise });
  const about = { conversationId: done.id, ...answer, reason: "We plant them.", dueOn: null };
  await giveAnswer(operatorAt("2026-05-02T00:00:00Z"), about);
  const told = { statementId: 0, basedOn: 0, status: "done" as const, text: "They stand." };
  await reportProgress(operatorAt("2026-05-03T00:00:00Z"), { conversationId: done.id, ...told });
  const again = await make("opened again", { settings: promise });
  await openConversation(operatorAt("2026-05-20T00:00:00Z"), { conversationId: again.id });
}

async function listUnder(filter: DirectoryFilter, time: string) {
  await makeAll();
  const ctx = contextFor(database.db, { kind: "anonymous" }, new Date(time));
  const { entries } = await listDirectory(ctx, { words: "", filter });
  return entries.map(({ slug }) => names.get(slug)).sort();
}

test.each<[DirectoryFilter, string[]]>([
  ["all", ["done", "going on", "hidden", "no promise", "opened again", "silent"]],
  ["open", ["going on", "opened again"]],
  ["closed", ["done", "hidden", "no promise", "silent"]],
  ["answered", ["done"]],
  ["acted-on", ["done"]],
])("%s", async (filter, expected) => {
  expect(await listUnder(filter, "2026-05-31T11:59:59Z")).toEqual(expected);
});

test("what waits is overdue at its second, also where voting goes on again", async () => {
  const both = ["opened again", "silent"];
  expect(await listUnder("awaiting", "2026-05-31T11:59:59Z")).toEqual(both);
  expect(await listUnder("overdue", "2026-05-31T11:59:59Z")).toEqual([]);
  expect(await listUnder("awaiting", "2026-05-31T12:00:00Z")).toEqual([]);
  expect(await listUnder("overdue", "2026-05-31T12:00:00Z")).toEqual(both);
});

test("counts say how many each filter leaves of what was searched for", async () => {
  await makeAll();
  const ctx = contextFor(database.db, { kind: "anonymous" }, new Date("2026-06-01T00:00:00Z"));
  const { counts, entries } = await listDirectory(ctx, { words: "UNDER test", filter: "overdue" });
  expect(counts).toEqual({
    all: 6,
    open: 2,
    closed: 4,
    awaiting: 0,
    overdue: 2,
    answered: 1,
    "acted-on": 1,
  });
  expect(entries).toHaveLength(2);
  const none = await listDirectory(ctx, { words: "not there", filter: "all" });
  expect(none).toMatchObject({ isEmpty: false, entries: [], counts: { all: 0, overdue: 0 } });
});

test("whoever asks, nothing is told that the public may not see", async () => {
  await makeAll();
  const owner = await insertTestUser(database.db, { instanceRole: "owner" });
  const ctx = contextFor(database.db, owner, new Date("2026-06-01T00:00:00Z"));
  const { entries } = await listDirectory(ctx, { words: "", filter: "all" });
  const told = entries.map(({ slug, isDisclosed, outcome }) => [
    names.get(slug),
    { isDisclosed, outcome },
  ]);
  expect(Object.fromEntries(told)).toMatchObject({
    hidden: { isDisclosed: false, outcome: null },
    "going on": { isDisclosed: true, outcome: null },
    done: { outcome: { common: 1, owed: 1, answered: 1, overdue: 0, actedOn: 1, promised: true } },
    "no promise": { outcome: { common: 1, owed: 1, answered: 0, overdue: 0, promised: false } },
  });
});
