import { describe, expect, test } from "vitest";
import type { Actor } from "@/server/services/context";
import { createConversation } from "@/server/services/conversations/create";
import { openConversation } from "@/server/services/conversations/open";
import { contextFor, insertTestUser } from "@/server/testing/actors";
import { openTestDatabase } from "@/server/testing/database";
import type { Act, Role } from "./permission-table";
import { requirePermission } from "./require-permission";

const database = openTestDatabase();

const acts: Act[] = [
  "read-console",
  "export",
  "seed",
  "moderate",
  "present",
  "update",
  "open",
  "close",
  "publish",
  "answer",
  "appoint",
];
const expected: Record<Role, Act[]> = {
  owner: acts,
  moderator: ["read-console", "export", "seed", "moderate", "present"],
  analyst: ["read-console", "export"],
  official: ["read-console", "export", "answer"],
  observer: ["read-console"],
};

async function createOpenConversation() {
  const ctx = contextFor(database.db);
  const { id } = await createConversation(ctx, { title: "Parking" });
  await openConversation(ctx, { conversationId: id });
  return id;
}

/** What the actor may do, and how the rest is refused. */
async function tryAll(actor: Actor, conversationId: number) {
  const outcomes = await Promise.all(
    acts.map((act) =>
      requirePermission(contextFor(database.db, actor), conversationId, act).then(
        () => ({ act, refused: null }),
        (error) => ({ act, refused: error.code }),
      ),
    ),
  );
  return {
    allowed: outcomes.filter((outcome) => !outcome.refused).map((outcome) => outcome.act),
    refusals: [...new Set(outcomes.flatMap((outcome) => outcome.refused ?? []))],
  };
}

describe.each(Object.keys(expected) as Role[])("role %s", (role) => {
  test("carries its acts and no other", async () => {
    const conversationId = await createOpenConversation();
    const actor = await insertTestUser(database.db, { membership: { conversationId, role } });
    const refusals = expected[role].length === acts.length ? [] : ["FORBIDDEN"];
    expect(await tryAll(actor, conversationId)).toEqual({ allowed: expected[role], refusals });
  });

  test("counts in its own conversation only", async () => {
    const [own, other] = [await createOpenConversation(), await createOpenConversation()];
    const actor = await insertTestUser(database.db, { membership: { conversationId: own, role } });
    expect(await tryAll(actor, other)).toEqual({ allowed: [], refusals: ["FORBIDDEN"] });
  });
});

test("the instance's owner and the console may do everything", async () => {
  const conversationId = await createOpenConversation();
  const owner = await insertTestUser(database.db, { instanceRole: "owner" });
  expect((await tryAll(owner, conversationId)).allowed).toEqual(acts);
  expect((await tryAll({ kind: "operator" }, conversationId)).allowed).toEqual(acts);
});

test("without an account everything is refused, whether or not the conversation exists", async () => {
  const conversationId = await createOpenConversation();
  const participant: Actor = { kind: "participant", conversationId, participantId: 0 };
  const nothing = { allowed: [], refusals: ["UNAUTHORIZED"] };
  expect(await tryAll({ kind: "anonymous" }, conversationId)).toEqual(nothing);
  expect(await tryAll({ kind: "anonymous" }, 999_999)).toEqual(nothing);
  expect(await tryAll(participant, conversationId)).toEqual(nothing);
});

test("a draft of strangers looks like one that is missing", async () => {
  const { id } = await createConversation(contextFor(database.db), { title: "Secret plan" });
  const stranger = await insertTestUser(database.db);
  const missing = { allowed: [], refusals: ["NOT_FOUND"] };
  expect(await tryAll(stranger, id)).toEqual(missing);
  expect(await tryAll(stranger, 999_999)).toEqual(missing);
});
