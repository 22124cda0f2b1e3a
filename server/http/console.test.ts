import { beforeAll, describe, expect, test } from "vitest";
import { users } from "@/drizzle/schema/account";
import { createOwnerSetupLink } from "@/server/auth/owner-setup";
import { createUser } from "@/server/services/users/create";
import { contextFor } from "@/server/testing/actors";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";

const database = openTestDatabase();
const server = openTestServer(database, { TRUST_PROXY: "1" });
const credentials = { email: "ada@example.org", password: "correct horse battery" };

beforeAll(async () => {
  await createUser(contextFor(database.db), credentials);
});

let visitors = 0;

/** A form as a browser sends it, from an address of its own unless told otherwise. */
async function postForm(
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) {
  visitors += 1;
  const sent = new Headers({
    origin: server.url,
    "x-forwarded-for": `198.51.100.${visitors}`,
    ...headers,
  });
  if (sent.get("origin") === "") sent.delete("origin");
  const response = await fetch(`${server.url}${path}`, {
    method: "POST",
    redirect: "manual",
    headers: sent,
    body: new URLSearchParams(fields),
  });
  const cookies = response.headers.getSetCookie();
  return {
    status: response.status,
    location: response.headers.get("location"),
    cookie: cookies.map((cookie) => cookie.split(";")[0]).join("; "),
    cookies,
  };
}

async function callTrpc(
  path: string,
  input: unknown,
  options: { cookie?: string; headers?: Record<string, string>; body?: string } = {},
) {
  const response = await fetch(`${server.url}/api/trpc/${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      origin: server.url,
      ...(options.cookie && { cookie: options.cookie }),
      ...options.headers,
    },
    body: options.body ?? JSON.stringify({ json: input }),
  });
  const body = await response.json();
  return { status: response.status, result: body.result?.data.json, error: body.error?.json };
}

describe("the forms", () => {
  test("signing in leads to the console in the chosen language, signing out ends the session", async () => {
    const signedIn = await postForm("/api/manage/sign-in", { ...credentials, lang: "zh-Hant" });
    expect(signedIn).toMatchObject({ status: 303, location: "/manage?lang=zh-Hant" });
    const { cookie } = signedIn;
    const created = await callTrpc("conversation.create", { title: "Signed in" }, { cookie });
    expect(created.status).toBe(200);
    const signedOut = await postForm("/api/manage/sign-out", {}, { cookie });
    expect(signedOut).toMatchObject({ status: 303, location: "/manage/sign-in" });
    expect(signedOut.cookies.join()).toContain("Max-Age=0");
    const refused = await callTrpc("conversation.create", { title: "Signed out" }, { cookie });
    expect(refused).toMatchObject({ status: 401, error: { data: { reason: "sign-in-needed" } } });
  });

  test.each<[string, Record<string, string>]>([
    ["hides where it comes from", { origin: "null", "sec-fetch-site": "same-origin" }],
    ["sends no Origin", { origin: "" }],
  ])("a browser that %s can sign in, and out for good", async (_name, headers) => {
    const signedIn = await postForm("/api/manage/sign-in", credentials, headers);
    expect(signedIn.location).toBe("/manage");
    const { cookie } = signedIn;
    const signedOut = await postForm("/api/manage/sign-out", {}, { ...headers, cookie });
    expect(signedOut.cookies.join()).toContain("Max-Age=0");
    expect((await callTrpc("conversation.create", { title: "T" }, { cookie })).status).toBe(401);
  });

  test("a wrong password and an unknown address look the same, and set no cookie", async () => {
    const wrong = await postForm("/api/manage/sign-in", { ...credentials, password: "wrong" });
    const unknown = await postForm("/api/manage/sign-in", { ...credentials, email: "x@y.example" });
    const location = "/manage/sign-in?problem=wrong";
    expect(wrong).toMatchObject({ status: 303, location, cookies: [] });
    expect(unknown).toMatchObject({ status: 303, location, cookies: [] });
  });

  test("guessing from one address is slowed down; a forged forwarding entry does not help", async () => {
    const attempts = Array.from({ length: 12 }, (_, attempt) =>
      postForm(
        "/api/manage/sign-in",
        { ...credentials, password: `guess ${attempt}` },
        { "x-forwarded-for": `203.0.113.${attempt}, 198.51.100.250` },
      ),
    );
    const places = (await Promise.all(attempts)).map(({ location }) => location).sort();
    expect(places).toEqual([
      ...Array(2).fill("/manage/sign-in?problem=too-many"),
      ...Array(10).fill("/manage/sign-in?problem=wrong"),
    ]);
    expect((await postForm("/api/manage/sign-in", credentials)).location).toBe("/manage");
  });

  test("a form on another site is refused", async () => {
    const foreign: Record<string, string>[] = [
      { origin: "https://evil.example" },
      { "sec-fetch-site": "cross-site" },
    ];
    for (const headers of foreign) {
      const answer = await postForm("/api/manage/sign-in", credentials, headers);
      expect(answer).toMatchObject({ status: 403, cookies: [] });
    }
  });

  test("the set-up link makes the owner and signs them in, once", async () => {
    const link = await createOwnerSetupLink({ db: database.db, publicUrl: server.url });
    const token = new URL(link ?? "").searchParams.get("token") ?? "";
    const owner = { token, email: "owner@example.org", password: "a long enough one" };
    const short = await postForm("/api/manage/setup", { ...owner, password: "short" });
    expect(short.location).toBe(`/manage/setup?token=${token}&problem=password-length`);
    const done = await postForm("/api/manage/setup", owner);
    expect(done).toMatchObject({ status: 303, location: "/manage" });
    const created = await callTrpc("conversation.create", { title: "Mine" }, done);
    expect(created.status).toBe(200);
    const again = await postForm("/api/manage/setup", { ...owner, email: "other@example.org" });
    expect(again).toMatchObject({ cookies: [] });
    expect(again.location).toContain("problem=setup-link-invalid");
    const owners = (await database.db.select().from(users)).filter(
      (user) => user.instanceRole === "owner",
    );
    expect(owners.map((user) => user.email)).toEqual(["owner@example.org"]);
  });
});

describe("tRPC", () => {
  const signIn = async () => (await postForm("/api/manage/sign-in", credentials)).cookie;

  test("a refusal of a service keeps its code and its reason", async () => {
    const cookie = await signIn();
    const { id } = await createTestConversation(database.db);
    const calls: [string, unknown, number, string][] = [
      ["conversation.close", { conversationId: id }, 403, "not-allowed"],
      ["conversation.close", { conversationId: 999_999 }, 404, "conversation-not-found"],
      ["conversation.close", { conversationId: "x" }, 400, "input-invalid"],
      ["conversation.create", { title: "T", slug: "taken-slug" }, 200, ""],
      ["conversation.create", { title: "T", slug: "taken-slug" }, 409, "slug-taken"],
    ];
    for (const [path, input, status, reason] of calls) {
      const answer = await callTrpc(path, input, { cookie });
      expect({ path, status: answer.status, reason: answer.error?.data.reason ?? "" }).toEqual({
        path,
        status,
        reason,
      });
    }
  });

  test("what nobody foresaw says nothing about itself", async () => {
    const cookie = await signIn();
    const { id } = await createTestConversation(database.db);
    await database.sql`alter table memberships rename column role to secret_column`;
    const answer = await callTrpc("conversation.close", { conversationId: id }, { cookie });
    await database.sql`alter table memberships rename column secret_column to role`;
    expect(answer.status).toBe(500);
    expect(answer.error.data.reason).toBe("internal-error");
    expect(JSON.stringify(answer)).not.toMatch(/role|select|stack|memberships/);
  });

  test("broken JSON and an unknown procedure are told apart from our own failures", async () => {
    expect((await callTrpc("conversation.create", null, { body: "{" })).status).toBe(400);
    expect((await callTrpc("conversation.nothing", {})).status).toBe(404);
  });

  test("another site cannot act with a facilitator's cookie", async () => {
    const cookie = await signIn();
    const headers = { origin: "https://evil.example" };
    const answer = await callTrpc("conversation.create", { title: "Evil" }, { cookie, headers });
    expect(answer.status).toBe(403);
  });

  test("vote.cast stores a vote as the endpoint does, under the same participant", async () => {
    const { id, slug } = await createTestConversation(database.db, { statements: 3 });
    const headers = { "idempotency-key": "a-key-of-a-newcomer-of-this-test" };
    const votes = [{ statement: 1, value: 1 }];
    const first = await callTrpc("vote.cast", { slug, votes }, { headers });
    expect(first).toMatchObject({ status: 200, result: { accepted: 1, participant: { id: 0 } } });
    const response = await fetch(`${server.url}/api/v1/conversations/${slug}/votes`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Participant ${first.result.participant.token}`,
      },
      body: JSON.stringify({ votes: [{ statement: 2, value: -1 }] }),
    });
    expect(await response.json()).toMatchObject({ participant: { id: 0 }, remaining: 1 });
    const rows = await database.sql`
      select statement_id, value from current_votes where conversation_id = ${id} order by 1`;
    expect(rows).toMatchObject([
      { statement_id: 1, value: 1 },
      { statement_id: 2, value: -1 },
    ]);
  });
});

test.each(["get-session", "list-sessions", "sign-up/email", "change-password", "update-user"])(
  "better-auth's %s, which nothing uses, is not there",
  async (name) => {
    for (const [method, status] of [
      ["GET", 404],
      ["POST", 405], // as for any address that is at most a page
    ] as const) {
      const response = await fetch(`${server.url}/api/auth/${name}`, {
        method,
        headers: { origin: server.url },
      });
      expect(response.status).toBe(status);
    }
  },
);
