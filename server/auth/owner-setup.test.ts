import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { accounts, users } from "@/drizzle/schema/account";
import { auditEvents } from "@/drizzle/schema/audit";
import { instanceFacts } from "@/drizzle/schema/instance";
import { createUser } from "@/server/services/users/create";
import { createOwner, isOwnerSetupOpen } from "@/server/services/users/create-owner";
import { contextFor, insertTestUser } from "@/server/testing/actors";
import { openTestDatabase } from "@/server/testing/database";
import { createOwnerSetupLink } from "./owner-setup";

const database = openTestDatabase();
const publicUrl = "https://plenum.example.org";
const password = "correct horse battery";
const anonymous = () => contextFor(database.db, { kind: "anonymous" });

beforeEach(async () => {
  await database.db.delete(users);
  await database.db.delete(instanceFacts);
});

async function makeToken(): Promise<string> {
  const link = await createOwnerSetupLink({ db: database.db, publicUrl });
  const token = new URL(link ?? "").searchParams.get("token");
  if (token === null) throw new Error("The link has no token.");
  return token;
}

function countOwners() {
  return database.db.$count(users, eq(users.instanceRole, "owner"));
}

test("one link used by eight people at once makes exactly one owner", async () => {
  const token = await makeToken();
  const results = await Promise.allSettled(
    Array.from({ length: 8 }, (_, index) =>
      createOwner(anonymous(), { token, email: `person${index}@example.org`, password }),
    ),
  );
  expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  const reasons = results.flatMap((result) => (result.status === "rejected" ? result.reason : []));
  expect(reasons.map((reason) => reason.reason)).toEqual(Array(7).fill("setup-link-invalid"));
  expect(await countOwners()).toBe(1);
  expect(await database.db.$count(accounts)).toBe(1);
});

test("the link is for an instance without owner, and its token is not stored", async () => {
  const token = await makeToken();
  const stored = await database.db.select().from(instanceFacts);
  expect(JSON.stringify(stored)).not.toContain(token);
  expect(await isOwnerSetupOpen(anonymous(), token)).toBe(true);
  await insertTestUser(database.db, { instanceRole: "owner" });
  expect(await isOwnerSetupOpen(anonymous(), token)).toBe(false);
  const late = createOwner(anonymous(), { token, email: "late@example.org", password });
  await expect(late).rejects.toMatchObject({ reason: "setup-link-invalid" });
  expect(await createOwnerSetupLink({ db: database.db, publicUrl })).toBeNull();
});

test("a new start replaces the link", async () => {
  const [first, second] = [await makeToken(), await makeToken()];
  expect(await isOwnerSetupOpen(anonymous(), first)).toBe(false);
  expect(await isOwnerSetupOpen(anonymous(), second)).toBe(true);
});

test("a password that is too short leaves the link usable", async () => {
  const token = await makeToken();
  const email = "owner@example.org";
  const short = createOwner(anonymous(), { token, email, password: "short" });
  await expect(short).rejects.toMatchObject({ reason: "password-length" });
  expect(await createOwner(anonymous(), { token, email, password })).toMatchObject({
    email,
    instanceRole: "owner",
  });
});

test("accounts are made by the console and by owners only, one for each address", async () => {
  const input = { email: " Ada@Example.org ", password };
  const made = await createUser(contextFor(database.db), input);
  expect(made).toMatchObject({ email: "ada@example.org", instanceRole: "facilitator" });
  const again = createUser(contextFor(database.db), { ...input, email: "ada@example.org" });
  await expect(again).rejects.toMatchObject({ code: "CONFLICT", reason: "email-taken" });
  const facilitator = await insertTestUser(database.db);
  const refused = createUser(contextFor(database.db, facilitator), {
    ...input,
    email: "b@example.org",
  });
  await expect(refused).rejects.toMatchObject({ code: "FORBIDDEN" });
  const recorded = await database.db.$count(auditEvents, eq(auditEvents.action, "user.create"));
  expect(recorded).toBeGreaterThan(0);
});
