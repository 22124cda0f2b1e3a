import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { analyze } from "@/lib/math/analyze";
import { unpackVotes } from "@/lib/math/votes/packed-votes";
import { createVoteStore } from "@/lib/math/votes/vote-store";
import { packPrevious } from "@/lib/results/pack-previous";
import { defaultConversationSettings } from "@/lib/schemas/conversation";
import { openDatabase, type Sql } from "@/server/db/client";
import { startEmbeddedServer } from "@/server/db/embedded/server";
import { migrateDatabase } from "@/server/db/migrate";
import {
  type ExportRequest,
  type ExportSource,
  withExportSource,
} from "@/server/export/export-source";
import { writeExportZip } from "@/server/export/zip/write-export-zip";
import { startPainter } from "@/server/preview/start-painter";
import { voteInCamps } from "./write-camps";

const participants = 50_000;
const statements = 500;
/** One in five is voted on. */
const stride = 5;
const perPerson = statements / stride;
const votes = participants * perPerson;
const sampleMs = 50;

/**
 * Everything of a conversation of five million votes as one zip: seconds, CPU seconds of this process,
 * and by how much its resident memory grew; before it, a small one, for the code to be loaded.
 */
export async function run(print: (line: object) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "plenum-bench-export-"));
  const server = await startEmbeddedServer(join(folder, "database"));
  await migrateDatabase(server.url);
  const database = openDatabase(server.url);
  const painter = startPainter();
  try {
    for (const people of [500, participants]) {
      const conversation = await fillConversation(database.sql, people);
      const about = {
        conversation,
        url: "https://plenum.example/c/large",
        audience: "organisers",
        locale: "en",
        exportedAt: new Date(),
        painter,
      } as const;
      const figures = await measure(database.sql, about);
      if (people === participants)
        print({ bench: "export", participants, statements, votes, ...figures });
    }
  } finally {
    await painter.close();
    await database.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(sql: Sql, about: ExportRequest) {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, sampleMs);
  const [cpu, startedAt] = [process.cpuUsage(), performance.now()];
  const zippedBytes = await withExportSource(sql, about, (source: ExportSource) =>
    countBytes(writeExportZip(source)),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(watch);
  return {
    seconds: round(seconds),
    cpuSeconds: round((user + system) / 1e6),
    votesPerSecond: Math.round(votes / seconds),
    zippedMb: round(zippedBytes / 1e6),
    residentMbBefore: round(before / 1e6),
    residentMbGrowth: round((most - before) / 1e6),
  };
}

async function countBytes(stream: Readable): Promise<number> {
  let bytes = 0;
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done();
    },
  });
  await pipeline(stream, sink);
  return bytes;
}

/** Made in the database, so that this process has held none of it. */
async function fillConversation(sql: Sql, people: number): Promise<ExportRequest["conversation"]> {
  const [row] = await sql<{ id: number }[]>`
    insert into conversations (slug, title, description, settings, state, opens_at)
    values (${`large-${people}`}, 'A large conversation', '', '{}', 'open', now()) returning id`;
  const id = row!.id;
  const count = people * perPerson;
  await sql`
    insert into analysis_queue (conversation_id, vote_seq, next_participant_id, next_statement_id)
    values (${id}, ${count}, ${people}, ${statements})`;
  await sql`
    insert into statements (conversation_id, id, text, is_seed, moderation)
    select ${id}, n, format('Measure %s is right for our town.', n), true, 'accepted'
    from generate_series(0, ${statements - 1}) n`;
  await sql`
    insert into participants (conversation_id, id)
    select ${id}, n from generate_series(0, ${people - 1}) n`;
  // Twenty people at a time come, and each votes on every fifth statement from one of their own on.
  await sql`
    insert into votes (conversation_id, vote_seq, participant_id, statement_id, value, important, at)
    select ${id}, n + 1, n / (20 * ${perPerson}) * 20 + n % 20,
      n / 20 % ${perPerson} * ${stride} + n % ${stride},
      (hashint4(n) % 3 + 3) % 3 - 1, n % 17 = 0,
      '2026-05-01T12:00:00Z'::timestamptz + n * interval '250 milliseconds'
    from generate_series(0, ${count - 1}) n`;
  await sql`
    insert into current_votes
      (conversation_id, vote_seq, participant_id, statement_id, value, important, at)
    select conversation_id, vote_seq, participant_id, statement_id, value, important, at from votes
    where conversation_id = ${id}`;
  await sql`analyze`;
  await insertAnalysis(sql, id, people);
  const settings = defaultConversationSettings;
  return { id, slug: `large-${people}`, title: "A large conversation", description: "", settings };
}

/** That of a small one, with everybody in one of its groups. */
async function insertAnalysis(sql: Sql, id: number, people: number): Promise<void> {
  const store = createVoteStore();
  for (const [participant, statement, value] of voteInCamps({
    participants: 60,
    statements,
    camps: 2,
    seed: 7,
  })) {
    store.set(participant, statement, value);
  }
  const { membership, positions, frame, ...core } = analyze({
    votes: unpackVotes(store.read()),
    statements: Array.from({ length: statements }, (_, statement) => ({
      id: statement,
      moderation: "accepted" as const,
      isMetadata: false,
    })),
    profile: "polis",
  });
  const packed = packPrevious({
    participants: Int32Array.from({ length: people }, (_, index) => index),
    points: new Float64Array(2 * people),
    groupIds: Int32Array.from({ length: people }, (_, index) => index % core.groups.length),
    retired: new Map(),
  });
  await sql`
    insert into analyses
      (conversation_id, version, algorithm, parameters, vote_seq, core, frame, positions)
    values (${id}, 1, 'polis', '{}', 1, ${JSON.stringify(core)}::text::jsonb,
      ${JSON.stringify(frame)}::text::jsonb, ${packed})`;
}

function round(figure: number): number {
  return Math.round(figure * 10) / 10;
}
