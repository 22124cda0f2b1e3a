import { packVotes } from "@/lib/math/votes/packed-votes";
import type { Database, Sql } from "@/server/db/client";
import { notify } from "@/server/db/queries/notify";
import { countVotes } from "./counting-pool";

/** Publishes a version as the worker does, with nothing in it but counts. */
export async function publishCounted(
  { sql, db }: { sql: Sql; db: Database },
  conversationId: number,
  version: number,
): Promise<void> {
  const votes = packVotes({
    participants: Int32Array.from({ length: version }, (_, id) => id),
    statements: Int32Array.of(0),
    rowStart: Int32Array.from({ length: version + 1 }, (_, at) => at),
    columns: new Int32Array(version),
    values: new Int8Array(version).fill(1),
  });
  const { core, frame } = countVotes({ votes, statements: [] });
  await sql`
    insert into analyses (conversation_id, version, algorithm, parameters, vote_seq, core, frame)
    values (${conversationId}, ${version}, 'plenum counting', '{}', ${version},
      ${JSON.stringify(core)}::text::jsonb, ${JSON.stringify(frame)}::text::jsonb)`;
  await notify(db, { type: "analysis", conversationId, version });
}
