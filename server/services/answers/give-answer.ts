import { type AnswerDecision, GiveAnswerInput } from "@/lib/schemas/answer";
import { insertAnswer, listAnswerRows } from "@/server/db/queries/answers";
import { notify } from "@/server/db/queries/notify";
import { recordAudit } from "@/server/services/audit/record";
import type { ServiceContext } from "@/server/services/context";
import { ServiceError } from "@/server/services/errors";
import { parseInput } from "@/server/services/parse-input";
import { requirePermission } from "@/server/services/permissions/require-permission";
import { findOwed } from "./find-owed";

interface Given {
  decision: AnswerDecision;
  reason: string;
  unit: string;
  dueOn: string | null;
}

/**
 * Answers a statement, or words an answer anew: earlier wordings stay. Sending the newest one once more
 * changes nothing.
 * @returns the number of the wording that counts now
 * @throws ServiceError as requirePermission; BAD_REQUEST, also without a reason, without a unit for what
 *   will be done, and with a day for what will not; UNPROCESSABLE_CONTENT for a statement that is not to
 *   be answered; CONFLICT when somebody worded it meanwhile
 */
export async function giveAnswer(
  ctx: ServiceContext,
  input: GiveAnswerInput,
): Promise<{ number: number }> {
  const { conversationId, statementId, basedOn, ...given } = parseInput(GiveAnswerInput, input);
  await requirePermission(ctx, conversationId, "answer");
  requireWhole(given);
  return ctx.db.transaction(async (tx) => {
    const readNewest = async () =>
      (await listAnswerRows(tx, { conversationId, statementId })).at(-1);
    const before = await readNewest();
    if (before && isSame(before, given)) return { number: before.number };
    if (!before) await requireOwed({ ...ctx, db: tx }, { conversationId, statementId });
    const answeredBy = ctx.actor.kind === "user" ? ctx.actor.userId : null;
    const row = { conversationId, statementId, ...given, answeredAt: ctx.now(), answeredBy };
    if (!(await insertAnswer(tx, row, basedOn))) {
      const newest = await readNewest();
      if (newest && isSame(newest, given)) return { number: newest.number }; // a double click
      throw new ServiceError("CONFLICT", "answer-changed", "Somebody answered it meanwhile.");
    }
    const number = basedOn + 1;
    await recordAudit(tx, ctx, {
      conversationId,
      action: "answer.give",
      details: { statement: statementId, number, decision: given.decision },
    });
    await notify(tx, { type: "conversation", conversationId });
    return { number };
  });
}

function requireWhole({ decision, reason, unit, dueOn }: Given): void {
  if (reason === "") throw incomplete("answer-reason-empty", "An answer has a reason.");
  if (decision !== "will-not" && unit === "") {
    throw incomplete("answer-unit-empty", "What will be done has a unit that sees to it.");
  }
  if (decision === "will-not" && dueOn !== null) {
    throw incomplete("answer-day-needless", "What will not be done has no day.");
  }
}

function incomplete(reason: string, message: string): ServiceError {
  return new ServiceError("BAD_REQUEST", reason, message);
}

function isSame(before: Given, given: Given): boolean {
  return (["decision", "reason", "unit", "dueOn"] as const).every(
    (part) => before[part] === given[part],
  );
}

async function requireOwed(
  ctx: Pick<ServiceContext, "db" | "now">,
  { conversationId, statementId }: { conversationId: number; statementId: number },
): Promise<void> {
  const owed = (await findOwed(ctx, [conversationId])).get(conversationId);
  if (owed && [...owed.common, ...owed.pinned].includes(statementId)) return;
  const message = "Only what everyone shares and what is pinned is answered, once it is known.";
  throw new ServiceError("UNPROCESSABLE_CONTENT", "statement-not-owed", message);
}
