import { expect, test } from "vitest";
import { packedWithParticipants, participantTables } from "@/server/db/queries/participant-tables";
import { openTestDatabase } from "@/server/testing/database";

const database = openTestDatabase();

/** Columns that look as if they named participants, and do not. */
const namesNobody = [
  // The number that the next newcomer gets.
  "analysis_queue.next_participant_id",
  // How base clusters voted, by cluster.
  "analyses.cluster_votes",
  // Of somebody who is asked to help, not of one who votes.
  "invitations.token_hash",
  // Of a screen or a stream.
  "overlay_tokens.token_hash",
];

async function listColumns(condition: string): Promise<string[]> {
  const rows = await database.sql<{ name: string }[]>`
    select c.relname || '.' || a.attname as name
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not c.relispartition and a.attnum > 0 and not a.attisdropped
      and ${database.sql.unsafe(condition)}
    order by 1`;
  return rows.map(({ name }) => name);
}

test("every column of the database that names a participant is covered by the deletion", async () => {
  const found = await listColumns(
    "a.attname ~ 'participant|author|voter|xid|token_hash|member_id'",
  );
  const covered = participantTables.flatMap(({ table, columns }) =>
    columns.map((column) => `${table}.${column}`),
  );
  expect(found.filter((name) => !covered.includes(name) && !namesNobody.includes(name))).toEqual(
    [],
  );
  const all = await listColumns("true");
  expect([...covered, ...namesNobody].filter((name) => !all.includes(name))).toEqual([]);
});

test("whatever is packed, where no column tells what is in it, is known", async () => {
  const packed = await listColumns("a.atttypid = 'bytea'::regtype");
  expect(packed).toEqual([...packedWithParticipants, "analyses.cluster_votes"].sort());
});

test("the tables are told apart by conversation, so that a number elsewhere is not touched", async () => {
  for (const { table } of participantTables) {
    const columns = await listColumns(`c.relname = '${table}'`);
    expect(columns).toContain(`${table}.conversation_id`);
  }
});
