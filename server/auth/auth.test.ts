import { beforeAll, describe, expect, test } from "vitest";
import { sessions } from "@/drizzle/schema/account";
import { createUser } from "@/server/services/users/create";
import { contextFor } from "@/server/testing/actors";
import { openTestDatabase } from "@/server/testing/database";
import { ADDRESS_HEADER, type Auth, createAuth } from "./auth";
import { deriveSecrets } from "./secrets";
import { readSession } from "./session";

const database = openTestDatabase();
const secrets = deriveSecrets("a secret for tests that is long enough");
const email = "ada@example.org";
const password = "correct horse battery";
const publicUrl = "http://localhost:3000";
let auth: Auth;

beforeAll(async () => {
  auth = createAuth({ db: database.db, secrets, publicUrl, signInsPerMinute: 1000 });
  await createUser(contextFor(database.db), { email, password });
});

interface Attempt {
  auth?: Auth;
  password?: string;
  headers?: Record<string, string>;
  path?: string;
  base?: string;
}

async function signIn(attempt: Attempt = {}) {
  const { path = "/sign-in/email", base = publicUrl, headers = {} } = attempt;
  const request = new Request(`${base}/api/auth${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      origin: base,
      [ADDRESS_HEADER]: "192.0.2.7",
      "user-agent": "Test browser",
      ...headers,
    },
    body: JSON.stringify({ email, password: attempt.password ?? password, name: "Ada" }),
  });
  return (attempt.auth ?? auth).handler(request);
}

function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

test("signing in gives a session that knows the role, and stores no address and no browser", async () => {
  const response = await signIn();
  expect(response.status).toBe(200);
  const session = await readSession(auth, new Headers({ cookie: cookieOf(response) }));
  expect(session).toMatchObject({ email, actor: { kind: "user", instanceRole: "facilitator" } });
  const stored = await database.db.select().from(sessions);
  expect(stored.length).toBeGreaterThan(0);
  expect(stored.map((row) => [row.ipAddress, row.userAgent])).toEqual(
    stored.map(() => [null, null]),
  );
});

test("a wrong password, a forged and a missing cookie are nobody", async () => {
  expect((await signIn({ password: "wrong horse battery" })).status).toBe(401);
  const cookie = cookieOf(await signIn()).replace(/=.{6}/, "=forged");
  expect(await readSession(auth, new Headers({ cookie }))).toBeNull();
  expect(await readSession(auth, new Headers())).toBeNull();
});

describe("the cookie", () => {
  const sessionCookie = (response: Response) =>
    response.headers.getSetCookie().find((cookie) => cookie.includes("session_token"));

  test("lasts 7 days, is out of reach of scripts and of other sites' forms", async () => {
    const cookie = sessionCookie(await signIn());
    expect(cookie).toMatch(/^plenum-manage\.session_token=/);
    expect(cookie).toContain("HttpOnly");
    expect(cookie).toContain("SameSite=Lax");
    expect(cookie).toContain("Max-Age=604800");
    expect(cookie).not.toContain("Secure");
  });

  test("never travels unencrypted when the instance is reached by https", async () => {
    const base = "https://plenum.example.org";
    const secure = createAuth({
      db: database.db,
      secrets,
      publicUrl: base,
      signInsPerMinute: 1000,
    });
    const cookie = sessionCookie(await signIn({ auth: secure, base }));
    expect(cookie).toMatch(/^__Secure-plenum-manage\.session_token=/);
    expect(cookie).toContain("Secure");
  });
});

test("nobody signs up by themselves", async () => {
  const response = await signIn({ path: "/sign-up/email" });
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.headers.getSetCookie()).toEqual([]);
});

test("a form on another site cannot sign anybody in", async () => {
  const foreign = { origin: "https://evil.example", host: "localhost:3000" };
  expect((await signIn({ headers: { ...foreign, cookie: "a=b" } })).status).toBe(403);
  const form = {
    "sec-fetch-site": "cross-site",
    "sec-fetch-mode": "navigate",
    "sec-fetch-dest": "document",
  };
  expect((await signIn({ headers: { ...foreign, ...form } })).status).toBe(403);
});

test("the same site under another name may sign in", async () => {
  const own = { origin: "http://192.168.1.5:3000", host: "192.168.1.5:3000", cookie: "a=b" };
  expect((await signIn({ headers: own })).status).toBe(200);
});

test("one address gets 10 attempts a minute, another is not held up by it", async () => {
  const limited = createAuth({ db: database.db, secrets, publicUrl });
  const attempts = Array.from({ length: 12 }, () =>
    signIn({ auth: limited, password: "guess", headers: { [ADDRESS_HEADER]: "198.51.100.1" } }),
  );
  const statuses = (await Promise.all(attempts)).map((response) => response.status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(10);
  expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  const other = await signIn({ auth: limited, headers: { [ADDRESS_HEADER]: "198.51.100.2" } });
  expect(other.status).toBe(200);
});
