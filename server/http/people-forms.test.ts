import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { users } from "@/drizzle/schema/account";
import { createConversation } from "@/server/services/conversations/create";
import { createUser } from "@/server/services/users/create";
import { contextFor } from "@/server/testing/actors";
import { openTestDatabase } from "@/server/testing/database";
import { startTestServer, type TestServer } from "@/server/testing/http-server";
import { readMail, startSmtpServer } from "@/server/testing/smtp-server";

const database = openTestDatabase();
const password = "a long enough passphrase";
const owner = { email: "owner@example.org", password };
let mailServer: Awaited<ReturnType<typeof startSmtpServer>>;
let server: TestServer & { close(): Promise<void> };
let slug: string;
let ownerCookie: string;
let visitors = 0;

beforeAll(async () => {
  mailServer = await startSmtpServer({
    isPlain: true,
    refuses: (address) => address === "full@example.org",
  });
  server = await startTestServer(database, {
    TRUST_PROXY: "1",
    SMTP_URL: `smtp://127.0.0.1:${mailServer.port}`,
    MAIL_FROM: "Plenum <plenum@example.org>",
  });
  const { id: userId } = await createUser(contextFor(database.db), owner);
  const actor = { kind: "user", userId, instanceRole: "facilitator" } as const;
  const input = { title: "Who takes part in 夜市?" };
  slug = (await createConversation(contextFor(database.db, actor), input)).slug;
  ownerCookie = (await post("/api/manage/sign-in", owner)).cookie;
});

afterAll(async () => {
  await server.close();
  await mailServer.close();
});

/** A form as a browser sends it, from an address of its own. */
async function post(path: string, fields: Record<string, string>, headers = {}) {
  visitors += 1;
  const response = await fetch(`${server.url}${path}`, {
    method: "POST",
    redirect: "manual",
    headers: {
      origin: server.url,
      "x-forwarded-for": `198.51.100.${visitors}`,
      "accept-language": "en",
      ...headers,
    },
    body: new URLSearchParams(fields),
  });
  const cookies = response.headers.getSetCookie();
  const cookie = cookies.map((line) => line.split(";")[0]).join("; ");
  const location = response.headers.get("location") ?? "";
  return { status: response.status, location, cookie, cookies };
}

const people = (rest = "") => `/api/manage/c/${slug}/people${rest}`;
const asOwner = () => ({ cookie: ownerCookie });

/** The token of the link that the owner is shown. */
async function invite(email: string, role: string): Promise<string> {
  const { cookie } = await post(people(), { email, role }, asOwner());
  const [, token = ""] = /plenum-invitation-\d+=([\w-]+)/.exec(cookie) ?? [];
  expect(token).toHaveLength(64);
  return token;
}

const join = (fields: Record<string, string>, headers = {}) =>
  post(`/api/manage/c/${slug}/join`, fields, headers);

async function roleOf(email: string): Promise<string | null> {
  const [row] = await database.sql<{ role: string }[]>`
    select m.role from memberships m join users u on u.id = m.user_id
      join conversations c on c.id = m.conversation_id
    where u.email = ${email} and c.slug = ${slug}`;
  return row?.role ?? null;
}

test("the link is in a cookie for the page and in the mail, and neither in an address nor a log", async () => {
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const email = "new@example.org";
  const answer = await post(people(), { email, role: "official", lang: "en" }, asOwner());
  const location = `/manage/c/${slug}/people?done=invited&mail=sent&lang=en#outcome`;
  expect(answer).toMatchObject({ status: 303, location });
  expect(answer.cookies).toHaveLength(1);
  expect(answer.cookies[0]).toMatch(
    new RegExp(`; Path=/manage/c/${slug}/people; Max-Age=300; HttpOnly; SameSite=Strict$`),
  );
  const token = answer.cookie.split("=")[1]!;
  const [mail] = mailServer.taken;
  expect(mail).toMatchObject({ from: "plenum@example.org", to: [email] });
  const { text } = readMail(mail!);
  expect(text).toContain(`${server.url}/manage/c/${slug}/join?token=${token}`);
  expect(text).toContain("Who takes part in 夜市?");
  expect(text).toContain("Official");

  const wrong = await join({ token, name: "New", password: "short" });
  expect(wrong.location).toBe(`/manage/c/${slug}/join?token=${token}&problem=password-length`);
  const done = await join({ token, name: "New", password });
  expect(done.location).toBe(`/manage/c/${slug}`);
  expect(done.cookie).toContain("plenum-manage.session_token=");
  expect(await roleOf(email)).toBe("official");
  const again = await join({ token, name: "Second", password });
  expect(again).toMatchObject({ cookies: [] });
  expect(again.location).toContain("problem=invitation-invalid");
  const logged = written.mock.calls.map(([line]) => String(line)).join("");
  written.mockRestore();
  expect(logged).not.toContain(token);
  expect(logged).not.toContain(email);
});

test("looking at the link, as mail servers and messengers do, uses nothing up", async () => {
  const token = await invite("previewed@example.org", "analyst");
  for (const method of ["GET", "HEAD", "OPTIONS"]) {
    for (const address of [`/manage/c/${slug}/join`, `/api/manage/c/${slug}/join`]) {
      await fetch(`${server.url}${address}?token=${token}`, { method });
    }
  }
  await join({ token, name: "Previewed", password });
  expect(await roleOf("previewed@example.org")).toBe("analyst");
});

test("a mail that is not taken is said; the link is there all the same", async () => {
  const fields = { email: "full@example.org", role: "observer" };
  const answer = await post(people(), fields, asOwner());
  expect(answer.location).toContain("done=invited&mail=failed");
  expect(answer.cookie).toContain("plenum-invitation-");
});

test("a role is changed and taken away, an invitation withdrawn, each with its word", async () => {
  const token = await invite("short-stay@example.org", "observer");
  await join({ token, name: "Short", password });
  const rows = await database.db.select().from(users);
  const user = rows.find(({ email }) => email === "short-stay@example.org")!.id;
  const ownId = rows.find(({ email }) => email === owner.email)!.id;
  const cases: [string, Record<string, string>, string][] = [
    ["/role", { user, role: "moderator" }, "done=changed"],
    ["/role", { user, role: "emperor" }, "problem=input-invalid"],
    ["/role", { user: ownId, role: "observer" }, "problem=last-owner"],
    ["", { email: "Short-Stay@example.org", role: "observer" }, "problem=person-known"],
    ["", { email: "not an address", role: "observer" }, "problem=input-invalid"],
    ["/remove", { user }, "done=removed"],
    ["/remove", { user }, "problem=person-unknown"],
    ["/withdraw", { invitation: "none" }, "problem=invitation-gone"],
    ["", { email: "short-stay@example.org", role: "moderator" }, "done=added"],
  ];
  for (const [rest, fields, word] of cases) {
    const answer = await post(people(rest), fields, asOwner());
    expect(answer.location).toBe(`/manage/c/${slug}/people?${word}#outcome`);
  }
  expect(await roleOf("short-stay@example.org")).toBe("moderator");
});

test("whoever removes themselves goes on at the list of their conversations", async () => {
  const email = "second-owner@example.org";
  const { cookie } = await join({ token: await invite(email, "owner"), name: "Second", password });
  const [row] = (await database.db.select().from(users)).filter((user) => user.email === email);
  const answer = await post(people("/remove"), { user: row!.id }, { cookie });
  expect(answer.location).toBe("/manage");
  expect(await roleOf(email)).toBeNull();
});

test("others than an owner are sent away, and told nothing of who has an account", async () => {
  const strangerless = await post(people(), { email: owner.email, role: "observer" });
  expect(strangerless).toMatchObject({ location: "/manage/sign-in", cookies: [] });
  const token = await invite("moderator@example.org", "moderator");
  const { cookie } = await join({ token, name: "Moderator", password });
  for (const email of [owner.email, "nobody@example.org"]) {
    const answer = await post(people(), { email, role: "observer" }, { cookie });
    expect(answer.location).toBe(`/manage/c/${slug}/people?problem=not-allowed#outcome`);
    expect(answer.cookies).toEqual([]);
  }
  const foreign = { ...asOwner(), origin: "https://evil.example" };
  const forged = await post(people(), { email: "evil@example.org", role: "owner" }, foreign);
  expect(forged.status).toBe(403);
});

test("a wrong token answers the same for an address with an account and for one without", async () => {
  const wrong = await join({ token: "wrong", name: "N", password, email: owner.email });
  const nowhere = await post("/api/manage/c/nothing-here/join", { token: "wrong", name: "N" });
  expect(wrong.location).toBe(`/manage/c/${slug}/join?token=wrong&problem=invitation-invalid`);
  expect(nowhere.location).toContain("problem=invitation-invalid");
});

test("who has got an account meanwhile joins with its password, or at once when signed in", async () => {
  const email = "late@example.org";
  const first = await invite(email, "analyst");
  await createUser(contextFor(database.db), { email, password });
  const wrong = await join({ token: first, password: "some other passphrase" });
  expect(wrong).toMatchObject({ cookies: [] });
  expect(wrong.location).toContain("problem=wrong");
  expect(await roleOf(email)).toBeNull();
  const right = await join({ token: first, password });
  expect(right.location).toBe(`/manage/c/${slug}`);
  expect(await roleOf(email)).toBe("analyst");

  const other = "signed-in@example.org";
  const second = await invite(other, "observer");
  await createUser(contextFor(database.db), { email: other, password });
  const { cookie } = await post("/api/manage/sign-in", { email: other, password });
  const bySomebodyElse = await join({ token: second, password: "" }, asOwner());
  expect(bySomebodyElse.location).toContain("problem=wrong");
  const joined = await join({ token: second }, { cookie });
  expect(joined.location).toBe(`/manage/c/${slug}`);
  expect(await roleOf(other)).toBe("observer");
});
