import { applyAct, emptyStage, isAsAfter, type Stage } from "@/lib/presenting/apply-act";
import { type PresentAct, PresentInput, type SessionEvent } from "@/lib/schemas/live-session";
import { lockQueueRow } from "@/server/db/queries/analysis-queue";
import { findConversationById } from "@/server/db/queries/conversations";
import { findLiveSession, saveLiveSession } from "@/server/db/queries/live-sessions";
import { listStatementsById } from "@/server/db/queries/statements";
import { recordAudit } from "@/server/services/audit/record";
import type { ServiceContext } from "@/server/services/context";
import { type Conversation, toConversation } from "@/server/services/conversations/conversation";
import { ServiceError } from "@/server/services/errors";
import { parseInput } from "@/server/services/parse-input";
import { requirePermission } from "@/server/services/permissions/require-permission";
import { isOpen } from "@/server/services/votes/assert-open";
import type { Transaction } from "../../db/client";
import { mayBeRevealed } from "./may-be-revealed";
import { toSessionEvent } from "./to-session-event";

/**
 * Changes what is on stage in the live session of a conversation: starts it, shows a statement, opens or
 * closes the voting on it, reveals or hides its results, ends it. Of two presenters who act on the same
 * stage the first one wins; an act that is sent twice is done once.
 * @throws ServiceError as requirePermission; BAD_REQUEST; NOT_FOUND without such an accepted statement;
 *   PRECONDITION_FAILED where there is nothing to act on, for voting in a conversation that takes no
 *   votes, and for results that nobody may see; CONFLICT when somebody else was faster
 */
export async function present(ctx: ServiceContext, input: PresentInput): Promise<SessionEvent> {
  const { conversationId, basedOn, act } = parseInput(PresentInput, input);
  await requirePermission(ctx, conversationId, "present");
  return ctx.db.transaction(async (tx) => {
    await lockQueueRow(tx, conversationId); // no vote is being stored while voting closes
    const before = await findLiveSession(tx, conversationId);
    const number = before?.number ?? 0;
    if (before && number === basedOn + 1 && isAsAfter(before, act)) return toSessionEvent(before);
    if (number !== basedOn) throw sessionChanged();
    const now = ctx.now();
    const conversation = await readConversation(tx, conversationId, now);
    const stage = await findNextStage(tx, { conversation, before, act, now });
    const changedBy = ctx.actor.kind === "user" ? ctx.actor.userId : null;
    const row = { ...stage, conversationId, number: number + 1, changedAt: now, changedBy };
    await saveLiveSession(tx, row);
    const details = { ...act, number: row.number, statement: row.statementId };
    await recordAudit(tx, ctx, { conversationId, action: "session.present", details });
    return toSessionEvent(row);
  });
}

async function findNextStage(
  tx: Transaction,
  input: { conversation: Conversation; before: Stage | null; act: PresentAct; now: Date },
): Promise<Stage> {
  const { conversation, before, act, now } = input;
  if (act.type === "show") await requireAccepted(tx, conversation.id, act.statement);
  if (act.type === "start" && conversation.state === "draft") {
    throw unfit("conversation-not-open-yet", "A draft has no participants to present to.");
  }
  if (act.type === "open" && !isOpen(conversation, now)) {
    throw unfit("conversation-closed", "This conversation takes no votes now.");
  }
  if (act.type === "reveal" && !mayBeRevealed(conversation)) {
    throw unfit("results-not-disclosed", "No participant may see results now.");
  }
  const stage = applyAct(before ?? emptyStage, act, now);
  if (!stage) throw unfit("session-not-ready", "There is nothing on stage to do this to.");
  return stage;
}

async function readConversation(tx: Transaction, id: number, now: Date): Promise<Conversation> {
  const row = await findConversationById(tx, id);
  if (row) return toConversation(row, now);
  throw new ServiceError("NOT_FOUND", "conversation-not-found", "It was deleted.");
}

async function requireAccepted(tx: Transaction, conversationId: number, statement: number) {
  const [found] = await listStatementsById(tx, conversationId, [statement]);
  if (found?.moderation === "accepted") return;
  const message = `There is no accepted statement ${statement}.`;
  throw new ServiceError("NOT_FOUND", "statement-not-found", message);
}

function sessionChanged(): ServiceError {
  return new ServiceError("CONFLICT", "session-changed", "Somebody else presents, and was faster.");
}

function unfit(reason: string, message: string): ServiceError {
  return new ServiceError("PRECONDITION_FAILED", reason, message);
}
