import { expect, test } from "vitest";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { openTestServer } from "@/server/testing/http-server";

const database = openTestDatabase();
const server = openTestServer(database, { TRUST_PROXY: "1" });

/** Of those that exist for examples only. */
const address = "203.0.113.77";

test("whatever a participant does, neither a table nor the log learns their address", async () => {
  const { id, slug } = await createTestConversation(database.db, { statements: 3 });
  const logged: string[] = [];
  const write = process.stdout.write.bind(process.stdout);
  const writeError = process.stderr.write.bind(process.stderr);
  const listen = (chunk: string | Uint8Array) => logged.push(String(chunk)) > 0;
  process.stdout.write = listen;
  process.stderr.write = listen;
  try {
    await actAsParticipant(slug);
  } finally {
    process.stdout.write = write;
    process.stderr.write = writeError;
  }
  expect(logged.join("")).not.toContain(address);
  const tables = await database.sql<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`;
  expect(tables.map(({ name }) => name)).toContain("participants");
  for (const { name } of tables) {
    const rows = await database.sql`
      select 1 from ${database.sql(name)} t where t::text like ${`%${address}%`}`;
    expect([name, rows.length]).toEqual([name, 0]);
  }
  expect(await database.sql`select from votes where conversation_id = ${id}`).not.toHaveLength(0);
});

/** Votes, writes, asks for a code, enters a wrong one, and is refused for what makes no sense. */
async function actAsParticipant(slug: string): Promise<void> {
  const post = async (path: string, body: unknown, token?: string) => {
    const response = await fetch(`${server.url}/api/v1/conversations/${slug}/${path}`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "X-Forwarded-For": address,
        ...(token && { Authorization: `Participant ${token}` }),
      },
      body: JSON.stringify(body),
    });
    return response.json();
  };
  const { participant } = await post("votes", { votes: [{ statement: 0, value: 1 }] });
  await post("statements", { text: "Trees cool the square." }, participant.token);
  await post("me/resume-code", {}, participant.token);
  await post("me/resume", { code: "CCC-CCC-CCC" });
  await post("votes", { votes: [{ statement: 0, value: 7 }] }, participant.token);
  await post("votes", { votes: [{ statement: 0, value: 1 }] }, "v1.0.forged.forged");
  const other = await post("votes", { votes: [{ statement: 1, value: 1 }] });
  await post("me/delete", {}, other.participant.token);
}
