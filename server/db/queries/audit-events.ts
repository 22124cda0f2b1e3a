import { auditEvents } from "@/drizzle/schema/audit";
import type { Queryable } from "@/server/db/client";

export async function insertAuditEvent(
  db: Queryable,
  event: typeof auditEvents.$inferInsert,
): Promise<void> {
  await db.insert(auditEvents).values(event);
}
