import { sql } from "drizzle-orm";
import { NOTIFICATION_CHANNEL, type Notification } from "@/lib/schemas/notification";
import type { Queryable } from "@/server/db/client";

/** Tells every process; delivered when the transaction commits, dropped when it rolls back. */
export async function notify(tx: Queryable, notification: Notification): Promise<void> {
  await tx.execute(sql`select pg_notify(${NOTIFICATION_CHANNEL}, ${JSON.stringify(notification)})`);
}
