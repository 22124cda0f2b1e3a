import { resolve } from "node:path";
import * as z from "zod";

export type LogLevel = "info" | "warn" | "error";

/** The configuration of this process. Nothing else reads the environment. */
export interface Env {
  port: number;
  /** Undefined: loopback for the demo, all addresses for start. */
  host: string | undefined;
  databaseUrl: string | undefined;
  /** The address for LISTEN and advisory locks when databaseUrl goes through a transaction pooler. */
  databaseDirectUrl: string | undefined;
  /** Absolute path of the data folder. */
  dataDir: string;
  secret: string | undefined;
  publicUrl: string | undefined;
  smtpUrl: string | undefined;
  /** The sender of mail: an address, or `Name <address>`. */
  mailFrom: string | undefined;
  role: "all" | "web" | "worker";
  /** How many proxies in front of this server may be believed about X-Forwarded-For; 0 = none. */
  trustProxy: number;
  /** Newcomers a minute from one address before 429. */
  newcomersPerMinute: number;
  /** A server that speaks the API of LibreTranslate, without a trailing slash. */
  translateUrl: string | undefined;
  translateKey: string | undefined;
  logLevel: LogLevel | undefined;
  isCi: boolean;
  /** An npm stands between us and whoever started us. */
  isStartedByNpm: boolean;
}

const blankIsUnset = (value: unknown) => (value === "" ? undefined : value);
const optional = z.preprocess(blankIsUnset, z.string().optional());
const integer = (fallback: number, min: number, max: number) =>
  z.preprocess(blankIsUnset, z.coerce.number().int().min(min).max(max).default(fallback));

const LogLevelSchema = z.preprocess(blankIsUnset, z.enum(["info", "warn", "error"]).optional());

const EnvSchema = z.object({
  PORT: integer(3000, 0, 65_535),
  HOST: optional,
  DATABASE_URL: optional,
  DATABASE_DIRECT_URL: optional,
  PLENUM_DATA: z.preprocess(blankIsUnset, z.string().default(".data")),
  PLENUM_SECRET: z.preprocess(blankIsUnset, z.string().min(32).optional()),
  PUBLIC_URL: z.preprocess(blankIsUnset, z.url().optional()),
  SMTP_URL: z.preprocess(blankIsUnset, z.url({ protocol: /^smtps?$/ }).optional()),
  MAIL_FROM: optional,
  PLENUM_ROLE: z.preprocess(blankIsUnset, z.enum(["all", "web", "worker"]).default("all")),
  TRUST_PROXY: integer(0, 0, 10),
  NEWCOMERS_PER_MINUTE: integer(500, 1, 1_000_000),
  PLENUM_TRANSLATE_URL: z.preprocess(blankIsUnset, z.url().optional()),
  PLENUM_TRANSLATE_KEY: optional,
  LOG_LEVEL: LogLevelSchema,
  CI: optional,
  npm_lifecycle_event: optional,
});

/** @throws Error naming each variable that is wrong, never its value (it may be a secret) */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const parsed = EnvSchema.safeParse(source);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `${issue.path.join(".")}: ${issue.message}`,
    );
    throw new Error(`The environment is not usable.\n${problems.join("\n")}`);
  }
  const env = parsed.data;
  return {
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL,
    databaseDirectUrl: env.DATABASE_DIRECT_URL ?? env.DATABASE_URL,
    dataDir: resolve(env.PLENUM_DATA),
    secret: env.PLENUM_SECRET,
    publicUrl: env.PUBLIC_URL?.replace(/\/$/, ""),
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    role: env.PLENUM_ROLE,
    trustProxy: env.TRUST_PROXY,
    newcomersPerMinute: env.NEWCOMERS_PER_MINUTE,
    translateUrl: env.PLENUM_TRANSLATE_URL?.replace(/\/$/, ""),
    translateKey: env.PLENUM_TRANSLATE_KEY,
    logLevel: env.LOG_LEVEL,
    isCi: env.CI !== undefined,
    isStartedByNpm: env.npm_lifecycle_event !== undefined,
  };
}

/** How much to log; known before everything else is read and checked. */
export function readLogLevel(): LogLevel {
  return LogLevelSchema.safeParse(process.env.LOG_LEVEL).data ?? "info";
}

/** What a child process of ours is given: our own environment, and what it must know besides. */
export function environmentOfChild(additions: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...additions };
}
