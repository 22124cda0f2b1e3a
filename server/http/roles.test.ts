import { beforeAll, describe, expect, test } from "vitest";
import { readSession } from "@/server/auth/session";
import { giveAnswer } from "@/server/services/answers/give-answer";
import { reportProgress } from "@/server/services/answers/report-progress";
import { createConversation } from "@/server/services/conversations/create";
import { openConversation } from "@/server/services/conversations/open";
import { addPerson } from "@/server/services/people/add";
import { noMailer } from "@/server/services/people/mailer";
import { roles } from "@/server/services/people/roles";
import { type Act, type Role, roleMay } from "@/server/services/permissions/permission-table";
import { createRateLimits } from "@/server/services/votes/rate-limits";
import { contextFor, insertTestUser } from "@/server/testing/actors";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";
import { appRouter } from "@/server/trpc/root";

const database = openTestDatabase();
const server = openTestServer(database, { TRUST_PROXY: "1" });
let visitors = 0;

/** Everything that tRPC offers to somebody with a role, and what it asks of the role. */
const procedures: Record<string, { act: Act; input: object }> = {
  "statement.list": { act: "read-console", input: {} },
  "translation.list": { act: "read-console", input: { statementId: 0 } },
  "statement.seed": { act: "seed", input: { texts: ["One more."] } },
  "statement.moderate": {
    act: "moderate",
    input: { statementId: 0, from: "accepted", to: "pending" },
  },
  "translation.enter": {
    act: "moderate",
    input: { statementId: 1, locale: "fr", text: "Des arbres." },
  },
  "translation.remove": { act: "moderate", input: { statementId: 1, locale: "fr" } },
  "translation.import": { act: "moderate", input: { csv: "statement,locale,text\n" } },
  "conversation.update": { act: "update", input: { title: "Another" } },
  "conversation.close": { act: "close", input: {} },
  "conversation.open": { act: "open", input: {} },
  "report.updateSettings": { act: "publish", input: { settings: {} } },
  "report.publish": { act: "publish", input: {} },
};

/** Need no role: they make a conversation, or take part in one. */
const forEverybody = ["conversation.create", "vote.cast"];

/** The forms of the page of people. */
const forms: Record<string, Record<string, string>> = {
  "": { email: "x@example.org", role: "observer" },
  "/role": { user: "nobody", role: "observer" },
  "/remove": { user: "nobody" },
  "/withdraw": { invitation: "none" },
};

interface Somebody {
  role: Role;
  cookie: string;
  conversationId: number;
  slug: string;
}

const everybody = new Map<Role, Somebody>();

beforeAll(async () => {
  for (const role of roles) everybody.set(role, await enter(role));
});

/** Comes in by an invitation, into an open conversation of their own. */
async function enter(role: Role): Promise<Somebody> {
  const ctx = contextFor(database.db, await insertTestUser(database.db), new Date());
  const input = { title: `For ${role}`, seedStatements: ["One.", "Two.", "Three."] };
  const { id: conversationId, slug } = await createConversation(ctx, input);
  await openConversation(ctx, { conversationId });
  const { publicUrl } = server.runtime;
  const rateLimits = createRateLimits({ newcomersPerMinute: 1 });
  const addition = { conversationId, email: `${role}@example.org`, role };
  const added = await addPerson(
    { ...ctx, publicUrl, rateLimits, mailer: noMailer },
    addition,
    "en",
  );
  if (added.kind !== "invited") throw new Error("There is an account already.");
  const fields = { token: added.token, name: role, password: "a long enough passphrase" };
  const { cookie } = await post(`/api/manage/c/${slug}/join`, fields);
  return { role, cookie, conversationId, slug };
}

async function post(path: string, fields: Record<string, string>, cookie = "") {
  visitors += 1;
  const response = await fetch(`${server.url}${path}`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: server.url, cookie, "x-forwarded-for": `198.51.100.${visitors}` },
    body: new URLSearchParams(fields),
  });
  const cookies = response.headers.getSetCookie().map((line) => line.split(";")[0]);
  return { location: response.headers.get("location") ?? "", cookie: cookies.join("; ") };
}

async function callTrpc({ cookie, conversationId }: Somebody, path: string, input: object) {
  const text = JSON.stringify({ json: { conversationId, ...input } });
  const isQuery = path.endsWith(".list");
  const query = isQuery ? `?input=${encodeURIComponent(text)}` : "";
  const response = await fetch(`${server.url}/api/trpc/${path}${query}`, {
    method: isQuery ? "GET" : "POST",
    headers: { "content-type": "application/json", origin: server.url, cookie },
    body: isQuery ? undefined : text,
  });
  const { error } = await response.json();
  return { status: response.status, reason: error?.json.data.reason as string | undefined };
}

test("every procedure is in the list, so that none is left untried", () => {
  const known = [...Object.keys(procedures), ...forEverybody].sort();
  expect(Object.keys(appRouter._def.procedures).sort()).toEqual(known);
});

describe.each(roles)("%s", (role) => {
  test.each(Object.entries(procedures))("and %s", async (path, { act, input }) => {
    const answered = await callTrpc(everybody.get(role)!, path, input);
    const isRefused = answered.status === 403 && answered.reason === "not-allowed";
    expect({ act, isRefused }).toEqual({ act, isRefused: !roleMay(role, act) });
    // Refused for another reason than the role is possible; for a form that is not understood, it is not.
    if (!isRefused) expect(answered.reason).not.toBe("input-invalid");
  });

  test.each(Object.entries(forms))("and the form people%s", async (rest, fields) => {
    const { slug, cookie } = everybody.get(role)!;
    const { location } = await post(`/api/manage/c/${slug}/people${rest}`, fields, cookie);
    expect(location).toMatch(/\/people\?(done|problem)=/);
    expect(location.includes("problem=not-allowed")).toBe(!roleMay(role, "appoint"));
  });

  test("and answers", async () => {
    const { conversationId, cookie } = everybody.get(role)!;
    const session = await readSession(server.runtime.auth, new Headers({ cookie }));
    const ctx = contextFor(database.db, session!.actor);
    const about = { conversationId, statementId: 0, basedOn: 0 };
    const acts = [
      giveAnswer(ctx, { ...about, decision: "will-not", reason: "No money." }),
      reportProgress(ctx, { ...about, status: "done", text: "Done." }),
    ];
    for (const attempt of await Promise.allSettled(acts)) {
      const reason = attempt.status === "rejected" ? attempt.reason.reason : "";
      expect(reason === "not-allowed").toBe(!roleMay(role, "answer"));
    }
  });

  test("and the table of votes", async () => {
    const { slug, cookie } = everybody.get(role)!;
    const address = `${server.url}/api/v1/conversations/${slug}/export/votes.csv`;
    const { status } = await fetch(address, { headers: { cookie } });
    expect(status).toBe(roleMay(role, "export") ? 200 : 403);
  });
});
