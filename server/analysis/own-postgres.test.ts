import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createBackup } from "@/server/backup/create-backup";
import { restoreBackup } from "@/server/backup/restore-backup";
import { openDatabase } from "@/server/db/client";
import { migrateDatabase } from "@/server/db/migrate";
import { analyseAllDue } from "@/server/testing/await-analysis";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { startTestServer } from "@/server/testing/http-server";
import { openEvents } from "@/server/testing/read-events";
import { findSystemPostgres, startSystemPostgres } from "@/server/testing/system-postgres";

const embedded = openTestDatabase();
const binaries = await findSystemPostgres();
if (!binaries) {
  process.stderr.write("Tests of a PostgreSQL of one's own are skipped: none of 15 or newer.\n");
}
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plenum-own-postgres-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.skipIf(!binaries)(
  "votes over HTTP, an analysis and its live event on a PostgreSQL of one's own; the same analysis in the embedded one",
  async () => {
    const system = await startSystemPostgres(binaries!);
    const url = await system.createDatabase("plenum");
    await migrateDatabase(url);
    const database = { ...openDatabase(url), url };
    const server = await startTestServer(database);
    try {
      const { id, slug } = await createTestConversation(database.db, { statements: 12 });
      const base = `${server.url}/api/v1/conversations/${slug}`;
      const events = await openEvents(`${base}/events`);
      for (let person = 0; person < 40; person += 1) {
        const votes = Array.from({ length: 12 }, (_, statement) => ({
          statement,
          // Two camps of equally agreeable people.
          value: statement % 4 === 0 || (statement + person) % 2 === 0 ? 1 : -1,
        }));
        const response = await fetch(`${base}/votes`, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ votes }),
        });
        expect(response.status).toBe(200);
      }
      await analyseAllDue(database);
      expect(await events.next()).toMatchObject({ type: "analysis" });
      events.close();
      const analysis = await (await fetch(`${base}/analyses/latest`)).json();
      expect(analysis).toMatchObject({ participants: 40, votes: 480, k: 2 });
      expect(analysis.groups.map(({ size }: { size: number }) => size)).toEqual([20, 20]);
      expect(analysis).toMatchObject({ algorithm: { profile: "plenum" }, approximate: false });

      const file = join(folder, "own.backup");
      await createBackup({ url, file });
      await restoreBackup({ url: embedded.url, file, secretFingerprint: "none was kept" });
      // Both compute it anew.
      for (const each of [database, embedded]) {
        await each.sql`
          update analysis_queue set moderation_seq = moderation_seq + 1, due_at = now()
          where conversation_id = ${id}`;
        await analyseAllDue(each);
      }
      const read = (from: { sql: typeof embedded.sql }) => from.sql`
        select version, vote_seq, core, frame, positions from analyses
        where conversation_id = ${id} order by version desc limit 1`;
      expect(await read(embedded)).toEqual(await read(database));
    } finally {
      await server.close();
      await database.close();
      await system.stop();
    }
  },
  60_000,
);
