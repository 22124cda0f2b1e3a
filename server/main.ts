import { setTimeout as sleep } from "node:timers/promises";
import { createAuth } from "./auth/auth";
import { type Database, openDatabase } from "./db/client";
import { type Env, environmentOfChild } from "./env";
import { createHttpHandler } from "./http/create-handler";
import { listLocales } from "./i18n/list-locales";
import { createLive } from "./live/create-live";
import { log } from "./log";
import { createMailer } from "./mail/create-mailer";
import { startPrinter } from "./pdf/start-printer";
import { startPainter } from "./preview/start-painter";
import { answerStarting } from "./process/answer-starting";
import { buildAppIfNeeded } from "./process/build-app";
import { type HttpServer, listenHttp } from "./process/http-server";
import { type Instance, prepareInstance } from "./process/instance";
import { openInstanceDatabase } from "./process/instance-database";
import { type Pages, preparePages } from "./process/pages";
import { projectRoot } from "./process/project-root";
import { waitUntilHealthy } from "./process/ready";
import { createShutdown, type Shutdown } from "./process/shutdown";
import { listenForStop } from "./process/stop-signals";
import { superviseChild } from "./process/supervised-child";
import { type Runtime, setRuntime } from "./runtime";
import { createSigner } from "./seal/create-signer";
import { createEncodedAnalyses } from "./services/analyses/encoded-analyses";
import { createAgreements } from "./services/analyses/get-agreement";
import { createPublishedSessions } from "./services/live-sessions/published-sessions";
import { createPosters } from "./services/posters/posters";
import { createPreviews } from "./services/previews/create-previews";
import { createParticipations } from "./services/reports/participations";
import { createReportPdfs } from "./services/reports/report-pdfs";
import type { Signer } from "./services/reports/signer";
import { createBallots } from "./services/statements/create-ballots";
import { noTranslator } from "./services/translations/translator";
import { createVoteQueue } from "./services/votes/create-vote-queue";
import { createRateLimits } from "./services/votes/rate-limits";
import { createTranslator } from "./translate/create-translator";
import { createLibreTranslate } from "./translate/libre-translate";

const START_PATIENCE_MS = 4_000;

export interface ServerOptions {
  env: Env;
  /** Where to listen when HOST says nothing; undefined means all addresses. */
  defaultHost: string | undefined;
  /** Pages are compiled when asked for, for those who work on them. */
  isDevelopment?: boolean;
  /** Runs once requests are answered; what it adds to `shutdown` is closed first. */
  onReady(ready: {
    runtime: Runtime;
    localUrl: string;
    ending: AbortSignal;
    shutdown: Shutdown;
  }): Promise<void>;
}

/**
 * The process, from the database to the last answer: returns when it was told to stop and everything
 * is closed, PostgreSQL last.
 * @throws Error when it cannot start, or when the embedded database goes away
 */
export async function runServer(options: ServerOptions): Promise<void> {
  const { env } = options;
  const stop = listenForStop({ isStartedByNpm: env.isStartedByNpm });
  const failure = new AbortController();
  const ending = AbortSignal.any([stop, failure.signal]);
  const shutdown = createShutdown();
  try {
    const started = start({ ...options, ending, shutdown, fail: (error) => failure.abort(error) });
    // A start that hangs (a disk, a database) must not keep us from stopping.
    await Promise.race([started.then(() => aborted(ending)), patience(ending)]);
  } catch (error) {
    if (!ending.aborted) throw error;
  } finally {
    await shutdown.run();
  }
  failure.signal.throwIfAborted();
}

type Starting = ServerOptions & {
  ending: AbortSignal;
  shutdown: Shutdown;
  fail(error: Error): void;
};

async function start(options: Starting): Promise<void> {
  const { env, ending, shutdown } = options;
  const servesPages = env.role !== "worker";
  const opening = openInstanceDatabase(env, {
    asMain: true,
    onLost: () => options.fail(new Error("The embedded PostgreSQL has ended unexpectedly.")),
  });
  // Loading the pages takes longest: it goes on beside the database.
  const pages = servesPages ? openPages(options, opening) : undefined;
  const instanceDatabase = await opening;
  shutdown.add("database", instanceDatabase.close, { mustFinish: true });
  ending.throwIfAborted();
  const http = servesPages ? await listen(options) : undefined;
  if (http) shutdown.add("listener", http.close);
  const instance = await prepareInstance(env, instanceDatabase);
  shutdown.add("connections", instance.database.close);
  if (env.role !== "web") startWorker(instance, options);
  if (http && pages) await serve(options, { http, instance, pages: await pages });
}

async function listen({ env, defaultHost }: ServerOptions): Promise<HttpServer> {
  const locales = await listLocales(projectRoot);
  return listenHttp({ port: env.port, host: env.host ?? defaultHost }, (req, res) => {
    answerStarting(req, res, locales).catch(() => res.destroy());
  });
}

function openPages(
  { ending, shutdown, isDevelopment = false }: Starting,
  mayBuild: Promise<unknown>,
): Promise<Pages> {
  const cancel = new AbortController();
  const signal = AbortSignal.any([ending, cancel.signal]);
  const pages = buildAndPrepare({ isDevelopment, signal, mayBuild });
  pages.catch(() => {}); // it may fail before anybody waits for it
  shutdown.add("build", async () => {
    cancel.abort();
    // Its failure matters to whoever waits for the pages, not to the one who no longer does.
    await pages.catch(() => {});
  });
  return pages;
}

async function buildAndPrepare(options: {
  isDevelopment: boolean;
  signal: AbortSignal;
  mayBuild: Promise<unknown>;
}): Promise<Pages> {
  const { isDevelopment, signal, mayBuild } = options;
  if (!isDevelopment) {
    await buildAppIfNeeded({
      signal,
      mayBuild,
      onBuild: () => log.info("Building the pages; this takes a while the first time."),
    });
  }
  signal.throwIfAborted();
  return preparePages({ isDevelopment, locales: await listLocales(projectRoot) });
}

function startWorker({ url, directUrl }: Instance, { ending, shutdown }: Starting): void {
  const worker = superviseChild({
    name: "analysis",
    module: "server/analysis/main.ts",
    env: environmentOfChild({
      DATABASE_URL: url,
      DATABASE_DIRECT_URL: directUrl,
      LOG_LEVEL: log.level(),
    }),
    ending,
  });
  shutdown.add("analysis", worker.stop);
}

async function serve(
  { env, ending, shutdown, onReady }: Starting,
  { http, instance, pages }: { http: HttpServer; instance: Instance; pages: Pages },
): Promise<void> {
  shutdown.add("pages", pages.close);
  const publicUrl = env.publicUrl ?? `http://localhost:${http.port}`;
  const { database, secrets, url, directUrl } = instance;
  const openVotePool = () => openDatabase(url, { max: 1, name: "plenum votes" }).sql;
  const voteQueue = createVoteQueue({ open: openVotePool });
  shutdown.add("vote queue", voteQueue.close);
  const live = await createLive({ url: directUrl });
  const ballots = createBallots({ db: database.db, live });
  const publishedSessions = createPublishedSessions({ db: database.db, live });
  const rateLimits = createRateLimits({ newcomersPerMinute: env.newcomersPerMinute });
  const auth = createAuth({ db: database.db, secrets, publicUrl });
  const mailer = createMailer({ smtpUrl: env.smtpUrl, from: env.mailFrom, publicUrl });
  shutdown.add("mailer", async () => mailer.close());
  const translator = env.translateUrl
    ? createTranslator({
        db: database.db,
        server: createLibreTranslate({ url: env.translateUrl, apiKey: env.translateKey }),
      })
    : noTranslator;
  shutdown.add("translator", translator.close);
  const locales = await listLocales(projectRoot);
  const painter = startPainter();
  shutdown.add("painter", painter.close);
  const printer = startPrinter();
  shutdown.add("printer", printer.close);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const runtime: Runtime = {
    env,
    publicUrl,
    locales,
    database,
    secrets,
    live,
    voteQueue,
    ballots,
    publishedSessions,
    rateLimits,
    auth,
    mailer,
    translator,
    encodedAnalyses: createEncodedAnalyses({ db: database.db }),
    agreements: createAgreements({ db: database.db }),
    participations: createParticipations({ db: database.db }),
    signer: await openSigner(database.db, { dataDir: env.dataDir, issuer: publicUrl }),
    painter,
    previews: createPreviews({ db: database.db, painter, locales }),
    printer,
    reportPdfs: createReportPdfs({ printer, publicUrl, timeZone }),
    posters: createPosters({ printer }),
  };
  setRuntime(runtime);
  http.serve(createHttpHandler({ runtime, next: pages.handle }));
  // Live answers last until their source ends; then the listener can close.
  shutdown.add("requests", async () => {
    await Promise.all([http.close(), live.close()]);
  });
  await waitUntilHealthy(http.localUrl, ending);
  log.info("Ready.", { url: publicUrl, role: env.role });
  await onReady({ runtime, localUrl: http.localUrl, ending, shutdown });
}

/** Without a key everything goes on, but what is published is not signed. */
async function openSigner(
  db: Database,
  about: { dataDir: string; issuer: string },
): Promise<Signer | null> {
  try {
    return await createSigner({ db, ...about });
  } catch (error) {
    log.error("Reports will not be signed.", { error });
    return null;
  }
}

/** Resolves a while after the signal. */
async function patience(signal: AbortSignal): Promise<void> {
  await aborted(signal);
  await sleep(START_PATIENCE_MS, undefined, { ref: false });
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
}
