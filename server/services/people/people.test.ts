import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { users } from "@/drizzle/schema/account";
import { auditEvents } from "@/drizzle/schema/audit";
import { memberships } from "@/drizzle/schema/conversation";
import { invitations } from "@/drizzle/schema/invitation";
import type { Actor } from "@/server/services/context";
import { type Role, roleMay } from "@/server/services/permissions/permission-table";
import { createRateLimits } from "@/server/services/votes/rate-limits";
import { contextFor, insertTestUser } from "@/server/testing/actors";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { type AddContext, addPerson } from "./add";
import { changeRole } from "./change-role";
import { findOwnInvitation, getInvitation } from "./find-invitation";
import { joinAsNewcomer, joinWithAccount } from "./join";
import { listPeople } from "./list";
import { noMailer } from "./mailer";
import { removePerson } from "./remove";
import { roles } from "./roles";
import { withdrawInvitation } from "./withdraw-invitation";

const database = openTestDatabase();
const password = "a long enough passphrase";
const DAY_MS = 24 * 60 * 60 * 1000;
let addresses = 0;

type User = Extract<Actor, { kind: "user" }>;

function newAddress(): string {
  addresses += 1;
  return `person-${addresses}@example.org`;
}

function contextOf(actor: Actor, now?: Date): AddContext {
  const rateLimits = createRateLimits({ newcomersPerMinute: 60 });
  const publicUrl = "https://plenum.example";
  return { ...contextFor(database.db, actor, now), publicUrl, rateLimits, mailer: noMailer };
}

async function createOwned() {
  const { id: conversationId, slug } = await createTestConversation(database.db);
  const membership = { conversationId, role: "owner" as const };
  const owner = await insertTestUser(database.db, { membership });
  return { conversationId, slug, owner, ctx: contextOf(owner) };
}

type Owned = Awaited<ReturnType<typeof createOwned>>;

const join = (conversationId: number, role: Role) =>
  insertTestUser(database.db, { membership: { conversationId, role } });

async function invite({ ctx, conversationId }: Owned, email: string, role: Role): Promise<string> {
  const added = await addPerson(ctx, { conversationId, email, role }, "en");
  if (added.kind !== "invited") throw new Error("There is an account already.");
  return added.token;
}

async function rolesIn(conversationId: number): Promise<Record<string, Role>> {
  const rows = await database.db
    .select()
    .from(memberships)
    .where(eq(memberships.conversationId, conversationId));
  return Object.fromEntries(rows.map(({ userId, role }) => [userId, role]));
}

async function emailOf({ userId }: User): Promise<string> {
  const [row] = await database.db.select().from(users).where(eq(users.id, userId));
  return row!.email;
}

function auditOf(conversationId: number) {
  return database.db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.conversationId, conversationId))
    .orderBy(auditEvents.id);
}

const anonymous = (now?: Date) => contextOf({ kind: "anonymous" }, now);
const spent = { code: "NOT_FOUND", reason: "invitation-invalid" };

describe("who has an account", () => {
  test("is added at once, changed and removed, and it is recorded who did so", async () => {
    const { conversationId, owner, ctx } = await createOwned();
    const person = await insertTestUser(database.db);
    const email = ` ${(await emailOf(person)).toUpperCase()} `;
    const added = await addPerson(ctx, { conversationId, email, role: "moderator" }, "en");
    expect(added).toEqual({ kind: "added", userId: person.userId });
    expect((await rolesIn(conversationId))[person.userId]).toBe("moderator");
    const again = addPerson(ctx, { conversationId, email, role: "owner" }, "en");
    await expect(again).rejects.toMatchObject({ code: "CONFLICT", reason: "person-known" });
    await changeRole(ctx, { conversationId, userId: person.userId, role: "analyst" });
    expect((await rolesIn(conversationId))[person.userId]).toBe("analyst");
    await removePerson(ctx, { conversationId, userId: person.userId });
    expect(await rolesIn(conversationId)).toEqual({ [owner.userId]: "owner" });
    const user = person.userId;
    expect(await auditOf(conversationId)).toMatchObject([
      { action: "person.add", actorId: owner.userId, details: { user, role: "moderator" } },
      { action: "person.change", details: { user, before: "moderator", after: "analyst" } },
      { action: "person.remove", actorId: owner.userId, details: { user, role: "analyst" } },
    ]);
  });

  test("is not found where they have no role, and there is no role by another name", async () => {
    const { conversationId, ctx } = await createOwned();
    const { userId } = await insertTestUser(database.db);
    const unknown = { code: "NOT_FOUND", reason: "person-unknown" };
    const key = { conversationId, userId };
    await expect(changeRole(ctx, { ...key, role: "analyst" })).rejects.toMatchObject(unknown);
    await expect(removePerson(ctx, key)).rejects.toMatchObject(unknown);
    const king = addPerson(ctx, { conversationId, email: newAddress(), role: "king" }, "en");
    await expect(king).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});

describe("owners", () => {
  test("the last one stays, whoever asks, and another may go", async () => {
    const { conversationId, owner, ctx } = await createOwned();
    await join(conversationId, "moderator");
    const instanceOwner = await insertTestUser(database.db, { instanceRole: "owner" });
    const key = { conversationId, userId: owner.userId };
    for (const actor of [ctx, contextOf(instanceOwner)]) {
      const refusal = { code: "PRECONDITION_FAILED", reason: "last-owner" };
      await expect(removePerson(actor, key)).rejects.toMatchObject(refusal);
      const demotion = changeRole(actor, { ...key, role: "moderator" });
      await expect(demotion).rejects.toMatchObject(refusal);
    }
    const second = await join(conversationId, "owner");
    await removePerson(ctx, key);
    expect(await rolesIn(conversationId)).toMatchObject({ [second.userId]: "owner" });
    expect(await rolesIn(conversationId)).not.toHaveProperty(owner.userId);
  });

  test.each([2, 3])(
    "of %s, two who demote each other at once leave one of the two",
    async (count) => {
      const { conversationId, owner } = await createOwned();
      const others: User[] = [];
      while (others.length < count - 1) others.push(await join(conversationId, "owner"));
      const rival = others[0]!;
      const outcomes = await atOnce(conversationId, [
        () => demote(owner, rival),
        () => demote(rival, owner),
      ]);
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const refused = outcomes.find((outcome) => outcome.status === "rejected");
      expect(refused?.reason).toMatchObject({ code: "FORBIDDEN", reason: "not-allowed" });
      const left = Object.values(await rolesIn(conversationId)).filter((role) => role === "owner");
      expect(left).toHaveLength(count - 1);

      function demote(actor: User, { userId }: User) {
        return changeRole(contextOf(actor), { conversationId, userId, role: "observer" });
      }
    },
  );

  test("two who both leave at once do not leave it without an owner", async () => {
    const { conversationId, owner } = await createOwned();
    const second = await join(conversationId, "owner");
    const leave = (actor: User) => () =>
      removePerson(contextOf(actor), { conversationId, userId: actor.userId });
    const outcomes = await atOnce(conversationId, [leave(owner), leave(second)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(Object.values(await rolesIn(conversationId))).toEqual(["owner"]);
  });
});

/** Starts all of them, and lets go of the owners' rows once every one waits for them. */
async function atOnce(conversationId: number, acts: (() => Promise<void>)[]) {
  let running: Promise<PromiseSettledResult<void>[]> | undefined;
  await database.sql.begin(async (tx) => {
    await tx`
      select 1 from memberships where conversation_id = ${conversationId} for update`;
    running = Promise.allSettled(acts.map((act) => act()));
    let waiting = 0;
    while (waiting < acts.length) {
      // Outside of the transaction, which would see the same all along.
      const [row] = await database.sql<{ count: number }[]>`
        select count(*)::int as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      waiting = row!.count;
    }
  });
  return running!;
}

describe.each(roles)("role %s", (role) => {
  test("sees who helps; addresses, invitations and forms only if it may appoint", async () => {
    const owned = await createOwned();
    const { conversationId, owner } = owned;
    const email = newAddress();
    await invite(owned, email, "observer");
    const reader = await join(conversationId, role);
    const ctx = contextOf(reader);
    const { people, invitations, mayAppoint } = await listPeople(ctx, { conversationId });
    const isAllowed = roleMay(role, "appoint");
    expect(mayAppoint).toBe(isAllowed);
    expect(invitations.map((invitation) => invitation.email)).toEqual(isAllowed ? [email] : []);
    const byId = new Map(people.map((person) => [person.userId, person]));
    const ownersEmail = isAllowed ? await emailOf(owner) : null;
    expect(byId.get(owner.userId)).toMatchObject({ role: "owner", email: ownersEmail });
    expect(byId.get(reader.userId)).toMatchObject({ role, isYou: true });
    expect(byId.size).toBe(2);

    const key = { conversationId, userId: owner.userId };
    const invitationId = (await listPeople(owned.ctx, { conversationId })).invitations[0]!.id;
    const acts = [
      () => addPerson(ctx, { conversationId, email: newAddress(), role: "observer" }, "en"),
      () => withdrawInvitation(ctx, { conversationId, invitationId }),
      () => changeRole(ctx, { ...key, role: "observer" }),
      () => removePerson(ctx, { conversationId, userId: reader.userId }),
    ];
    for (const act of acts) {
      if (isAllowed && act !== acts[3]) await act();
      else if (!isAllowed)
        await expect(act()).rejects.toMatchObject({ code: "FORBIDDEN", reason: "not-allowed" });
    }
  });
});

test("strangers, and organisers of something else, are told nothing", async () => {
  const { conversationId } = await createOwned();
  const elsewhere = await createOwned();
  const known = await emailOf(await insertTestUser(database.db));
  for (const [ctx, code] of [
    [anonymous(), "UNAUTHORIZED"],
    [elsewhere.ctx, "FORBIDDEN"],
  ] as const) {
    await expect(listPeople(ctx, { conversationId })).rejects.toMatchObject({ code });
    for (const email of [known, newAddress()]) {
      const added = addPerson(ctx, { conversationId, email, role: "observer" }, "en");
      await expect(added).rejects.toMatchObject({ code });
    }
  }
});

test("the address of the instance's owner is shown to nobody else", async () => {
  const { conversationId, ctx } = await createOwned();
  const instanceOwner = await insertTestUser(database.db, { instanceRole: "owner" });
  const email = await emailOf(instanceOwner);
  await addPerson(ctx, { conversationId, email, role: "owner" }, "en");
  const emailSeenBy = async (reader: AddContext) => {
    const { people } = await listPeople(reader, { conversationId });
    return people.find(({ userId }) => userId === instanceOwner.userId)?.email;
  };
  expect(await emailSeenBy(ctx)).toBeNull();
  expect(await emailSeenBy(contextOf(instanceOwner))).toBe(email);
});

test("somebody who tries address after address is stopped", async () => {
  const { conversationId, ctx } = await createOwned();
  const attempt = () =>
    addPerson(ctx, { conversationId, email: newAddress(), role: "owner" }, "en");
  for (let count = 0; count < 30; count += 1) await attempt();
  await expect(attempt()).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
});

describe("an invitation", () => {
  test("lets one person in, once, with the role it says; looking at it uses nothing up", async () => {
    const owned = await createOwned();
    const { conversationId, slug } = owned;
    const email = newAddress();
    const token = await invite(owned, email, "analyst");
    for (let look = 0; look < 3; look += 1) {
      const seen = await getInvitation(anonymous(), { slug, token });
      expect(seen).toMatchObject({ email, role: "analyst", hasAccount: false });
    }
    const entry = { slug, token, name: " Grace  Hopper ", password };
    const attempts = await Promise.allSettled(
      [1, 2, 3].map(() => joinAsNewcomer(anonymous(), entry)),
    );
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const attempt of attempts) {
      if (attempt.status === "rejected") expect(attempt.reason).toMatchObject(spent);
    }
    await expect(getInvitation(anonymous(), { slug, token })).rejects.toMatchObject(spent);
    const [user] = await database.db.select().from(users).where(eq(users.email, email));
    expect(user).toMatchObject({ name: "Grace Hopper", instanceRole: "facilitator" });
    expect((await rolesIn(conversationId))[user!.id]).toBe("analyst");
    const audit = await auditOf(conversationId);
    expect(audit).toMatchObject([
      { action: "person.invite", actorId: owned.owner.userId },
      { action: "person.join", actorId: user!.id, details: { invitedBy: owned.owner.userId } },
    ]);
    expect(audit[0]!.details.invitation).toBe(audit[1]!.details.invitation);
  });

  test("keeps its token and, in what is recorded for good, the address to itself", async () => {
    const owned = await createOwned();
    const email = newAddress();
    const token = await invite(owned, email, "moderator");
    expect(token).toMatch(/^[0-9a-f]{64}$/); // 256 bits
    const tables = await database.sql<{ name: string }[]>`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`;
    for (const { name } of tables) {
      const rows = await database.sql`
        select 1 from ${database.sql(name)} t where t::text like ${`%${token}%`}`;
      expect([name, rows.length]).toEqual([name, 0]);
    }
    expect(JSON.stringify(await auditOf(owned.conversationId))).not.toContain(email);
  });

  test("means nothing after 14 days, in another conversation, or when it was withdrawn", async () => {
    const owned = await createOwned();
    const { conversationId, slug, ctx } = owned;
    const elsewhere = await createOwned();
    const token = await invite(owned, newAddress(), "analyst");
    const made = ctx.now().getTime();
    const lastMoment = anonymous(new Date(made + 14 * DAY_MS - 1));
    const late = anonymous(new Date(made + 14 * DAY_MS));
    expect(await getInvitation(lastMoment, { slug, token })).toMatchObject({ role: "analyst" });
    await expect(getInvitation(late, { slug, token })).rejects.toMatchObject(spent);
    const entry = { slug, token, name: "Late", password };
    await expect(joinAsNewcomer(late, entry)).rejects.toMatchObject(spent);
    const wrong = joinAsNewcomer(anonymous(), { ...entry, slug: elsewhere.slug });
    await expect(wrong).rejects.toMatchObject(spent);
    const [pending] = (await listPeople(ctx, { conversationId })).invitations;
    await withdrawInvitation(ctx, { conversationId, invitationId: pending!.id });
    await expect(joinAsNewcomer(anonymous(), entry)).rejects.toMatchObject(spent);
    const again = withdrawInvitation(ctx, { conversationId, invitationId: pending!.id });
    await expect(again).rejects.toMatchObject({ reason: "invitation-gone" });
  });

  test("is replaced by a new one for the same address, and forgotten a month after its end", async () => {
    const owned = await createOwned();
    const { conversationId, slug } = owned;
    const email = newAddress();
    const first = await invite(owned, email, "analyst");
    const second = await invite(owned, email.toUpperCase(), "moderator");
    await expect(getInvitation(anonymous(), { slug, token: first })).rejects.toMatchObject(spent);
    const seen = await getInvitation(anonymous(), { slug, token: second });
    expect(seen).toMatchObject({ email, role: "moderator" });
    const muchLater = new Date(owned.ctx.now().getTime() + 44 * DAY_MS);
    await invite({ ...owned, ctx: contextOf(owned.owner, muchLater) }, newAddress(), "observer");
    const kept = await database.db
      .select()
      .from(invitations)
      .where(and(eq(invitations.conversationId, conversationId), eq(invitations.email, email)));
    expect(kept).toEqual([]);
  });

  test("lapses with the role of whoever made it, and is shown to nobody but them", async () => {
    const owned = await createOwned();
    const { conversationId, slug, owner } = owned;
    const second = await join(conversationId, "owner");
    const token = await invite(owned, newAddress(), "owner");
    const key = { conversationId, token };
    expect(await findOwnInvitation(owned.ctx, key)).toMatchObject({ role: "owner" });
    expect(await findOwnInvitation(contextOf(second), key)).toBeNull();
    const demotion = { conversationId, userId: owner.userId, role: "moderator" };
    await changeRole(contextOf(second), demotion);
    await expect(getInvitation(anonymous(), { slug, token })).rejects.toMatchObject(spent);
  });

  test("stays when the password is too short, or the address has got an account", async () => {
    const owned = await createOwned();
    const { conversationId, slug } = owned;
    const email = newAddress();
    const token = await invite(owned, email, "analyst");
    const entry = { slug, token, name: "Ada", password };
    const short = joinAsNewcomer(anonymous(), { ...entry, password: "short" });
    await expect(short).rejects.toMatchObject({ reason: "password-length" });
    const elsewhere = await createOwned();
    const other = await invite(elsewhere, email, "observer");
    const account = await joinAsNewcomer(anonymous(), {
      ...entry,
      slug: elsewhere.slug,
      token: other,
    });
    const second = joinAsNewcomer(anonymous(), entry);
    await expect(second).rejects.toMatchObject({ code: "CONFLICT", reason: "email-taken" });
    expect(await getInvitation(anonymous(), { slug, token })).toMatchObject({ hasAccount: true });

    const stranger = await insertTestUser(database.db);
    const stolen = joinWithAccount({ ...anonymous(), actor: stranger }, { slug, token });
    await expect(stolen).rejects.toMatchObject({ reason: "invitation-of-another" });
    const actor = { kind: "user", userId: account.id, instanceRole: "facilitator" } as const;
    await joinWithAccount({ ...anonymous(), actor }, { slug, token });
    expect((await rolesIn(conversationId))[account.id]).toBe("analyst");
    await expect(getInvitation(anonymous(), { slug, token })).rejects.toMatchObject(spent);
  });

  test("an old one changes nothing of the role that somebody has got meanwhile", async () => {
    const owned = await createOwned();
    const { conversationId, slug } = owned;
    const person = await join(conversationId, "observer");
    const email = await emailOf(person);
    await database.db.insert(invitations).values({
      conversationId,
      id: "left behind",
      email,
      role: "owner",
      tokenHash: "LPJNul-wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ", // of "hello"
      expiresAt: new Date("2027-01-01"),
    });
    await joinWithAccount({ ...anonymous(), actor: person }, { slug, token: "hello" });
    expect((await rolesIn(conversationId))[person.userId]).toBe("observer");
  });
});
