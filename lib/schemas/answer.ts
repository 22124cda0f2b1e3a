import * as z from "zod/mini";
import { cleanLine, cleanText } from "../format/clean-text";
import { ConversationId } from "./conversation-input";

/** What an official says will happen with a statement. */
export const AnswerDecision = z.enum(["will-act", "partly", "will-not"]);
export type AnswerDecision = z.infer<typeof AnswerDecision>;

/** How it goes; a `note` changes nothing. */
export const ProgressStatus = z.enum(["started", "done", "given-up", "note"]);
export type ProgressStatus = z.infer<typeof ProgressStatus>;

export const ANSWER_TEXT_MAX_LENGTH = 5000;
export const ANSWER_UNIT_MAX_LENGTH = 200;

const StatementId = z.int().check(z.gte(0), z.lte(2_147_483_647));
/** The newest number the writer had seen; 0: none. */
const basedOn = z.int().check(z.gte(0), z.lt(2_147_483_647));
/** May not be blank; the service says so by a word of its own. */
const text = z.string().check(z.overwrite(cleanText), z.maxLength(ANSWER_TEXT_MAX_LENGTH));
/** A day that there is, as 2026-05-31. */
const Day = z.iso.date().check(z.regex(/^[12]/));

export const GiveAnswerInput = z.strictObject({
  conversationId: ConversationId,
  statementId: StatementId,
  basedOn,
  decision: AnswerDecision,
  reason: text,
  /** Who sees to it. */
  unit: z._default(
    z.string().check(z.overwrite(cleanLine), z.maxLength(ANSWER_UNIT_MAX_LENGTH)),
    "",
  ),
  /** When it is to be done. */
  dueOn: z._default(z.nullable(Day), null),
});
export type GiveAnswerInput = z.input<typeof GiveAnswerInput>;

export const ReportProgressInput = z.strictObject({
  conversationId: ConversationId,
  statementId: StatementId,
  basedOn,
  status: ProgressStatus,
  text,
});
export type ReportProgressInput = z.input<typeof ReportProgressInput>;
