import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { createRandom } from "@/lib/math/random";
import { deriveSecrets } from "@/server/auth/secrets";
import { type DatabaseClient, openDatabase } from "@/server/db/client";
import { startEmbeddedServer } from "@/server/db/embedded/server";
import { migrateDatabase } from "@/server/db/migrate";
import { createBallots } from "@/server/services/statements/create-ballots";
import { findSimilarStatements } from "@/server/services/statements/find-similar";
import { noTranslator } from "@/server/services/translations/translator";
import { createTestConversation } from "@/server/testing/conversation";
import { paraphrases } from "@/server/testing/paraphrases";
import { referenceDir } from "@/server/testing/reference";

const SIZES = [200, 10_000];
const ROUNDS = 3;
const sources = {
  en: { conversation: "american-assembly.bowling-green", separator: " " },
  "zh-Hant": { conversation: "vtaiwan.uberx", separator: "" },
} as const;

/**
 * What finding similar statements costs, and how many of 20 paraphrases are among the first three. Beyond
 * 200 the others are put together from halves of real ones, so that all their words are common.
 */
export async function run(print: (line: object) => void): Promise<void> {
  const reference = referenceDir();
  if (reference === null) return;
  const folder = await mkdtemp(join(tmpdir(), "plenum-bench-similar-"));
  const server = await startEmbeddedServer(join(folder, "database"));
  await migrateDatabase(server.url);
  const database = openDatabase(server.url, { max: 1 });
  try {
    for (const language of ["en", "zh-Hant"] as const) {
      for (const size of SIZES) print(await measure(database, { reference, language, size }));
    }
  } finally {
    await database.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(
  database: DatabaseClient,
  {
    reference,
    language,
    size,
  }: { reference: string; language: keyof typeof sources; size: number },
) {
  const pairs = [...paraphrases[language].chosenBy, ...paraphrases[language].heldOut];
  const written = pairs.map(([text]) => text);
  const texts = [...written, ...makeOthers(reference, language, size - written.length)];
  const slug = await insertConversation(database, texts);
  const ballots = createBallots({ db: database.db, live: { onEvent: () => () => {} } });
  const context = {
    db: database.db,
    ballots,
    secrets: deriveSecrets("a secret for a benchmark, long enough"),
    rateLimits: { takeSearch: () => {} },
    addressKey: "",
    locale: "en" as const,
    translator: noTranslator,
  };
  const backend = await findBackend(database);
  const wall: number[] = [];
  const own: number[] = [];
  const theirs: number[] = [];
  let found = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (const [text, typed] of pairs) {
      const before = { wall: performance.now(), own: process.cpuUsage(), theirs: cpuMs(backend) };
      const similar = await findSimilarStatements(context, {
        slug,
        body: { text: typed },
        count: 3,
        credentials: { cookieHeader: null, authorizationHeader: null },
      });
      wall.push(performance.now() - before.wall);
      const { user, system } = process.cpuUsage(before.own);
      own.push((user + system) / 1000);
      theirs.push(cpuMs(backend) - before.theirs);
      if (round === 0 && similar.some((statement) => statement.text === text)) found += 1;
    }
  }
  ballots.close();
  return {
    bench: "similar",
    language,
    statements: size,
    found: `${found}/${pairs.length}`,
    medianMs: median(wall),
    nodeCpuMs: median(own),
    databaseCpuMs: median(theirs),
  };
}

function makeOthers(reference: string, language: keyof typeof sources, count: number): string[] {
  const { conversation, separator } = sources[language];
  const file = join(reference, "data/polis", conversation, "comments.csv");
  const rows: Record<string, string>[] = parse(readFileSync(file), {
    columns: true,
    relax_quotes: true,
  });
  const real = [...new Set(rows.map((row) => row["comment-body"]!.trim()))];
  if (count <= real.length) return real.slice(0, count);
  const random = createRandom(1);
  const half = (isSecond: boolean) => {
    const words = real[Math.floor(random() * real.length)]!.split(separator);
    const middle = words.length >> 1;
    return (isSecond ? words.slice(middle) : words.slice(0, middle)).join(separator);
  };
  return Array.from({ length: count }, () =>
    `${half(false)}${separator}${half(true)}`.slice(0, 200).replace(/\p{Cs}/gu, ""),
  );
}

async function insertConversation({ db, sql }: DatabaseClient, texts: string[]): Promise<string> {
  const { id, slug } = await createTestConversation(db);
  await sql`
    insert into statements (conversation_id, id, text, moderation)
    select ${id}, place - 1, text, 'accepted'
    from unnest(${texts}::text[]) with ordinality as t (text, place)`;
  await sql`update analysis_queue set next_statement_id = ${texts.length}
    where conversation_id = ${id}`;
  await sql`analyze statements`;
  return slug;
}

async function findBackend({ sql }: DatabaseClient): Promise<number> {
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  return row!.pid;
}

/** What a process has used so far; 0 where the system does not say. */
function cpuMs(pid: number): number {
  const file = `/proc/${pid}/schedstat`;
  return existsSync(file) ? Number(readFileSync(file, "utf8").split(" ")[0]) / 1e6 : 0;
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(10 * sorted[sorted.length >> 1]!) / 10;
}
