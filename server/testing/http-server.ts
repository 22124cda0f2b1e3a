import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterAll, beforeAll } from "vitest";
import type { Locale } from "@/lib/i18n/locales";
import { createAuth } from "@/server/auth/auth";
import { deriveSecrets } from "@/server/auth/secrets";
import { type DatabaseClient, openDatabase } from "@/server/db/client";
import { readEnv } from "@/server/env";
import { createHttpHandler } from "@/server/http/create-handler";
import { createLive } from "@/server/live/create-live";
import { createMailer } from "@/server/mail/create-mailer";
import { startPrinter } from "@/server/pdf/start-printer";
import { startPainter } from "@/server/preview/start-painter";
import type { Runtime } from "@/server/runtime";
import { createEncodedAnalyses } from "@/server/services/analyses/encoded-analyses";
import { createAgreements } from "@/server/services/analyses/get-agreement";
import { createPublishedSessions } from "@/server/services/live-sessions/published-sessions";
import { createPosters } from "@/server/services/posters/posters";
import { createPreviews } from "@/server/services/previews/create-previews";
import { createParticipations } from "@/server/services/reports/participations";
import { createReportPdfs } from "@/server/services/reports/report-pdfs";
import { createBallots } from "@/server/services/statements/create-ballots";
import { createVoteQueue } from "@/server/services/votes/create-vote-queue";
import { createRateLimits } from "@/server/services/votes/rate-limits";
import { noTranslator } from "../services/translations/translator";

export interface TestServer {
  /** `http://127.0.0.1:port` */
  url: string;
  runtime: Runtime;
}

/**
 * A real HTTP server on a port of its own, without pages: what no route takes gets 404 from `next`.
 * Call at the top of the file, after openTestDatabase.
 */
export function openTestServer(
  database: DatabaseClient & { url: string },
  environment: Record<string, string> = {},
): TestServer {
  const holder = {} as TestServer;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const started = await startTestServer(database, environment);
    close = started.close;
    Object.assign(holder, started);
  });
  afterAll(() => close());
  return holder;
}

export async function startTestServer(
  database: DatabaseClient & { url: string },
  environment: Record<string, string> = {},
): Promise<TestServer & { close(): Promise<void> }> {
  const env = readEnv({ NODE_ENV: "test", ...environment });
  const secrets = deriveSecrets("a secret for tests, long enough to be one");
  const server = createServer();
  const port = await listen(server);
  const publicUrl = env.publicUrl ?? `http://127.0.0.1:${port}`;
  const live = await createLive({ url: database.url });
  const openVotePool = () => openDatabase(database.url, { max: 1, name: "plenum votes" }).sql;
  const locales: Locale[] = ["en", "zh-Hant"];
  const painter = startPainter();
  const printer = startPrinter();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const runtime: Runtime = {
    env,
    publicUrl,
    locales,
    translator: noTranslator,
    database,
    secrets,
    live,
    voteQueue: createVoteQueue({ open: openVotePool, patienceMs: 2_000 }),
    ballots: createBallots({ db: database.db, live }),
    publishedSessions: createPublishedSessions({ db: database.db, live }),
    rateLimits: createRateLimits({ newcomersPerMinute: env.newcomersPerMinute }),
    auth: createAuth({ db: database.db, secrets, publicUrl }),
    mailer: createMailer({ smtpUrl: env.smtpUrl, from: env.mailFrom, publicUrl }),
    encodedAnalyses: createEncodedAnalyses({ db: database.db }),
    agreements: createAgreements({ db: database.db }),
    participations: createParticipations({ db: database.db }),
    signer: null,
    painter,
    previews: createPreviews({ db: database.db, painter, locales }),
    printer,
    reportPdfs: createReportPdfs({ printer, publicUrl, timeZone }),
    posters: createPosters({ printer }),
  };
  const next = async (_req: IncomingMessage, res: ServerResponse) => {
    res.writeHead(404, { "Content-Type": "text/plain" });
    res.end("a page");
  };
  server.on("request", createHttpHandler({ runtime, next }));
  return {
    url: `http://127.0.0.1:${port}`,
    runtime,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await runtime.voteQueue.close();
      runtime.ballots.close();
      runtime.publishedSessions.close();
      await runtime.painter.close();
      await runtime.printer.close();
      runtime.mailer.close();
      await live.close();
    },
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return address.port;
}
