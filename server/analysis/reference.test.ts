import { resolve } from "node:path";
import { desc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { analyses } from "@/drizzle/schema/analysis";
import { conversations } from "@/drizzle/schema/conversation";
import { createEngine } from "@/lib/math/engine";
import { readReferenceConversation } from "@/lib/math/testing/reference-conversation";
import { packVotes } from "@/lib/math/votes/packed-votes";
import { unpackPrevious } from "@/lib/results/pack-previous";
import { importPolisExport } from "@/server/import/polis/import-export";
import { analyseAllDue } from "@/server/testing/await-analysis";
import { openTestDatabase } from "@/server/testing/database";
import { referenceConversations, referenceDir } from "@/server/testing/reference";

const dir = referenceDir();
const database = openTestDatabase();

describe.skipIf(dir === null).each(referenceConversations)("%s", (name) => {
  test("imported and analysed by the job, is to the last bit what the mathematics makes of the votes", async () => {
    const { slug } = await importPolisExport(
      { sql: database.sql, now: () => new Date() },
      { dir: resolve(dir!, "data/polis", name) },
    );
    await analyseAllDue(database);
    const [found] = await database.db
      .select({ core: analyses.core, positions: analyses.positions })
      .from(analyses)
      .innerJoin(conversations, eq(conversations.id, analyses.conversationId))
      .where(eq(conversations.slug, slug))
      .orderBy(desc(analyses.version))
      .limit(1);
    const { votes, statements } = readReferenceConversation(dir!, name);
    const direct = createEngine(packVotes(votes)).analyze({ statements });
    const { core, positions } = found!;
    expect({ ...core, statements: 0 }).toEqual({ ...direct.core, statements: 0 });
    expect(unpackPrevious(positions!)).toMatchObject({
      participants: direct.rows.participants,
      groupIds: direct.rows.groupIds,
      points: direct.rows.points,
    });
  }, 120_000);
});
