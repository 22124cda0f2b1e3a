import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultConversationSettings } from "@/lib/schemas/conversation";
import { openDatabase, type Sql } from "@/server/db/client";
import { startEmbeddedServer } from "@/server/db/embedded/server";
import { migrateDatabase } from "@/server/db/migrate";
import { writeExportFolder } from "@/server/export/write-export-folder";
import { importPolisExport } from "@/server/import/polis/import-export";
import { referenceDir } from "@/server/testing/reference";

const CONVERSATIONS = ["vtaiwan.uberx", "american-assembly.bowling-green"];

/** Votes a second from an export folder into a durable embedded server, and back into a folder. */
export async function run(print: (line: object) => void): Promise<void> {
  const reference = referenceDir();
  if (reference === null) return;
  const folder = await mkdtemp(join(tmpdir(), "plenum-bench-import-"));
  const server = await startEmbeddedServer(join(folder, "database"));
  await migrateDatabase(server.url);
  const database = openDatabase(server.url);
  try {
    for (const conversation of CONVERSATIONS) {
      const dir = join(reference, "data/polis", conversation);
      print(await measure(database.sql, { conversation, dir, out: join(folder, conversation) }));
    }
  } finally {
    await database.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(sql: Sql, run: { conversation: string; dir: string; out: string }) {
  const [settings] = await sql`
    select current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as "synchronousCommit"`;
  const startedAt = performance.now();
  const { votes, votesInHistory, slug } = await importPolisExport(
    { sql, now: () => new Date() },
    { dir: run.dir },
  );
  const importedAt = performance.now();
  await exportConversation(sql, slug, run.out);
  const importSeconds = (importedAt - startedAt) / 1000;
  const exportSeconds = (performance.now() - importedAt) / 1000;
  return {
    bench: "import",
    conversation: run.conversation,
    votes,
    votesInHistory,
    importSeconds: round(importSeconds),
    votesPerSecond: Math.round(votesInHistory / importSeconds),
    exportSeconds: round(exportSeconds),
    ...settings,
    residentMb: Math.round(process.memoryUsage().rss / 1e6),
  };
}

async function exportConversation(sql: Sql, slug: string, dir: string): Promise<void> {
  const [row] = await sql<{ id: number; title: string; description: string }[]>`
    select id, title, description from conversations where slug = ${slug}`;
  const settings = { ...defaultConversationSettings, moderation: "strict" as const };
  const about = {
    conversation: { ...row!, slug, settings },
    url: `https://plenum.example/c/${slug}`,
    locale: "en" as const,
    exportedAt: new Date(),
    painter: { paint: () => Promise.reject(new Error("Without an analysis there is no map.")) },
  };
  await writeExportFolder(sql, about, dir);
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
