import { ReportProgressInput } from "@/lib/schemas/answer";
import { insertAnswerUpdate, listAnswerRows, listUpdateRows } from "@/server/db/queries/answers";
import { notify } from "@/server/db/queries/notify";
import { recordAudit } from "@/server/services/audit/record";
import type { ServiceContext } from "@/server/services/context";
import { ServiceError } from "@/server/services/errors";
import { parseInput } from "@/server/services/parse-input";
import { requirePermission } from "@/server/services/permissions/require-permission";

/**
 * Tells what came of an answer. Sending the same form once more changes nothing; saying the same again
 * later is news.
 * @returns the update's number
 * @throws ServiceError as requirePermission; BAD_REQUEST, also without a text; PRECONDITION_FAILED for
 *   what is not answered, and for anything but a note on what will not be done; CONFLICT when somebody
 *   told of it meanwhile
 */
export async function reportProgress(
  ctx: ServiceContext,
  input: ReportProgressInput,
): Promise<{ number: number }> {
  const { conversationId, statementId, basedOn, ...told } = parseInput(ReportProgressInput, input);
  await requirePermission(ctx, conversationId, "answer");
  const { status, text } = told;
  if (text === "") {
    throw new ServiceError("BAD_REQUEST", "progress-text-empty", "An update has a text.");
  }
  return ctx.db.transaction(async (tx) => {
    const of = { conversationId, statementId };
    const [answer, before] = [
      (await listAnswerRows(tx, of)).at(-1),
      (await listUpdateRows(tx, of)).at(-1),
    ];
    if (!answer) throw unfit("answer-missing", "It has not been answered yet.");
    if (answer.decision === "will-not" && status !== "note") {
      throw unfit("progress-without-plan", "Nothing will be done, so nothing begins or ends.");
    }
    const number = basedOn + 1;
    const isRepeat = (row: typeof before) =>
      row?.number === number && row.status === status && row.text === text;
    if (isRepeat(before)) return { number };
    const reportedBy = ctx.actor.kind === "user" ? ctx.actor.userId : null;
    const row = { ...of, ...told, reportedAt: ctx.now(), reportedBy };
    if (!(await insertAnswerUpdate(tx, row, basedOn))) {
      if (isRepeat((await listUpdateRows(tx, of)).at(-1))) return { number }; // a double click
      throw new ServiceError("CONFLICT", "answer-changed", "Somebody told of it meanwhile.");
    }
    await recordAudit(tx, ctx, {
      conversationId,
      action: "answer.progress",
      details: { statement: statementId, number, status },
    });
    await notify(tx, { type: "conversation", conversationId });
    return { number };
  });
}

function unfit(reason: string, message: string): ServiceError {
  return new ServiceError("PRECONDITION_FAILED", reason, message);
}
