import type { Queryable } from "@/server/db/client";
import { insertAuditEvent } from "@/server/db/queries/audit-events";
import type { ServiceContext } from "@/server/services/context";

export type AuditAction =
  | "conversation.create"
  | "conversation.update"
  | "conversation.open"
  | "conversation.close"
  | "conversation.import"
  | "statement.seed"
  | "statement.moderate"
  | "person.add"
  | "person.change"
  | "person.invite"
  | "person.join"
  | "person.remove"
  | "person.withdraw"
  | "report.publish"
  | "report.update"
  | "answer.give"
  | "answer.progress"
  | "overlay.rotate"
  | "host-secret.rotate"
  | "translation.enter"
  | "translation.remove"
  | "translation.import"
  | "session.present"
  | "user.create";

/** Writes who did what, in the transaction of the act itself. */
export async function recordAudit(
  tx: Queryable,
  ctx: ServiceContext,
  event: {
    conversationId: number | null;
    action: AuditAction;
    details?: Record<string, unknown>;
  },
): Promise<void> {
  await insertAuditEvent(tx, {
    conversationId: event.conversationId,
    actorId: ctx.actor.kind === "user" ? ctx.actor.userId : null,
    action: event.action,
    details: event.details ?? {},
    at: ctx.now(),
  });
}
