import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { accounts, sessions, users, verifications } from "@/drizzle/schema/account";
import type { Database } from "@/server/db/client";
import { log } from "@/server/log";
import { PASSWORD_MIN_LENGTH } from "./password";
import type { Secrets } from "./secrets";

const SESSION_SECONDS = 7 * 24 * 60 * 60;

/** Set by server/http, over whatever the client sent; see pseudonymousAddress. */
export const ADDRESS_HEADER = "x-plenum-address";

export type Auth = ReturnType<typeof createAuth>;

/** Sign-in for facilitators by e-mail and password. Nobody signs up: accounts are made for them. */
export function createAuth(options: {
  db: Database;
  secrets: Pick<Secrets, "auth">;
  publicUrl: string;
  /** Attempts to sign in from one address within a minute. */
  signInsPerMinute?: number;
}) {
  const { db, secrets, publicUrl, signInsPerMinute = 10 } = options;
  return betterAuth({
    appName: "Plenum",
    baseURL: publicUrl,
    basePath: "/api/auth",
    secret: secrets.auth,
    database: drizzleAdapter(db, {
      provider: "pg",
      usePlural: true,
      schema: { users, sessions, accounts, verifications },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN_LENGTH,
    },
    user: {
      additionalFields: {
        instanceRole: { type: ["owner", "facilitator"], required: true, input: false },
      },
    },
    // A page cannot set a cookie, so a session is not prolonged where the cookie would not be.
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    databaseHooks: { session: { create: { before: forgetVisitor } } },
    rateLimit: {
      enabled: true,
      storage: "memory",
      customRules: { "/sign-in/*": { window: 60, max: signInsPerMinute } },
    },
    trustedOrigins: (request) => (request ? ownOrigins(request) : []),
    advanced: {
      cookiePrefix: "plenum-manage",
      useSecureCookies: publicUrl.startsWith("https:"),
      disableCSRFCheck: false,
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER], ipv6Subnet: 128 },
    },
    telemetry: { enabled: false },
    // Its arguments can hold addresses and names, so only the message is kept.
    logger: { log: (level, message) => log[level === "error" ? "error" : "info"](message) },
  });
}

/** No address and no browser of anybody is stored. */
async function forgetVisitor<Session extends object>(session: Session) {
  return { data: { ...session, ipAddress: null, userAgent: null } };
}

/** The address bar of whoever reached us under another name than PUBLIC_URL, as on a home network. */
function ownOrigins(request: Request): string[] {
  const host = request.headers.get("host");
  return host ? [`http://${host}`, `https://${host}`] : [];
}
