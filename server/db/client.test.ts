import { sql as statement } from "drizzle-orm";
import { expect, test } from "vitest";
import { conversations } from "@/drizzle/schema/conversation";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { openDatabase } from "./client";

const database = openTestDatabase();

test("a server that is set to other forms of bytes and dates is read alike", async () => {
  const { sql } = database;
  await createTestConversation(database.db, {});
  const at = "2026-07-05T04:03:02.123Z";
  await sql`update conversations set created_at = ${at}`;
  const [{ name }] = (await sql`select quote_ident(current_database()) as name`) as [
    { name: string },
  ];
  await sql.unsafe(`alter database ${name} set bytea_output to 'escape'`);
  await sql.unsafe(`alter database ${name} set datestyle to 'SQL, DMY'`);
  await sql.unsafe(`alter database ${name} set timezone to 'Asia/Kolkata'`);

  const again = openDatabase(database.url, { max: 1 });
  try {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    const [row] = await again.sql<{ bytes: Buffer }[]>`select ${bytes}::bytea as bytes`;
    expect(row?.bytes).toEqual(bytes);
    await again.sql`set bytea_output to 'hex'`;
    const [hex] = await again.sql<{ bytes: Buffer }[]>`select ${bytes}::bytea as bytes`;
    expect(hex?.bytes).toEqual(bytes);
    const [conversation] = await again.db
      .select({ createdAt: conversations.createdAt })
      .from(conversations)
      .where(statement`true`);
    expect(conversation?.createdAt).toEqual(new Date(at));
  } finally {
    await again.close();
  }
});
