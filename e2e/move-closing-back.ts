import { openDatabase } from "@/server/db/client";
import { startEmbeddedServer } from "@/server/db/embedded/server";
import { required } from "./fixtures";

/** As if a conversation had closed so many days earlier. */
export async function moveClosingBack(conversationId: number, days: number): Promise<void> {
  const { url } = await startEmbeddedServer(required("PLENUM_E2E_DATA"));
  const database = openDatabase(url, { max: 1 });
  try {
    await database.sql`
      update conversations set closes_at = closes_at - ${days} * interval '1 day'
      where id = ${conversationId}`;
  } finally {
    await database.close();
  }
}
