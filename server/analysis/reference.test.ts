import { resolve } from "node:path";
import { desc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { analyses } from "@/drizzle/schema/analysis";
import { conversations } from "@/drizzle/schema/conversation";
import { analyze } from "@/lib/math/analyze";
import { listMembership } from "@/lib/math/previous-analysis";
import { readReferenceConversation } from "@/lib/math/testing/reference-conversation";
import { importPolisExport } from "@/server/import/polis/import-export";
import { analyseAllDue } from "@/server/testing/await-analysis";
import { openTestDatabase } from "@/server/testing/database";
import { referenceConversations, referenceDir } from "@/server/testing/reference";
import { unpackPrevious } from "./pack-previous";
import { toStoredAnalysis } from "./to-stored-analysis";

const dir = referenceDir();
const database = openTestDatabase();

describe.skipIf(dir === null).each(referenceConversations)("%s", (name) => {
  test("imported and analysed by the job, is what the reference says", async () => {
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
    const { reference, votes, statements } = readReferenceConversation(dir!, name);
    const { port } = reference;
    const core = found!.core;
    expect(core.k).toBe(port.k);
    const membership = listMembership(unpackPrevious(found!.positions!));
    expect(Object.fromEntries(membership)).toEqual(port.groups);
    expect(
      core.groups.map(({ representative }) => representative.map(({ statement }) => statement)),
    ).toEqual(Object.values(port.repness).map((items) => items.map(({ tid }) => tid)));
    for (const side of ["agree", "disagree"] as const) {
      expect(core.consensus[side].map(({ statement }) => statement)).toEqual(
        port.consensus[side].map(({ tid }) => tid),
      );
    }
    // And to the last bit what the mathematics makes of the same votes without a database.
    const direct = toStoredAnalysis(analyze({ votes, statements, profile: "polis" }));
    expect({ ...core, statements: 0 }).toEqual({ ...direct, statements: 0 });
  });
});
