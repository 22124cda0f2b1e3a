import { cleanLine, countCharacters } from "@/lib/format/clean-text";
import type { Transaction } from "@/server/db/client";
import { lockQueueRow } from "@/server/db/queries/analysis-queue";
import {
  insertStatements,
  listExistingTexts,
  type StatementRow,
  takeStatementIds,
} from "@/server/db/queries/statements";
import type { ServiceContext } from "@/server/services/context";
import type { Conversation } from "@/server/services/conversations/conversation";
import { ServiceError } from "@/server/services/errors";

/**
 * Adds accepted statements of the organisers inside the caller's transaction. Blank texts and
 * those that exist already are left out, so that the same list twice changes nothing.
 * @throws ServiceError UNPROCESSABLE_CONTENT when a text is too long
 */
export async function insertSeedStatements(
  tx: Transaction,
  ctx: ServiceContext,
  input: { conversation: Conversation; texts: string[]; isMetadata?: boolean },
): Promise<StatementRow[]> {
  const { conversation, isMetadata = false } = input;
  const wanted = [...new Set(input.texts.map(cleanLine).filter((text) => text !== ""))];
  requireLength(wanted, conversation.settings.statementMaxLength);
  await lockQueueRow(tx, conversation.id);
  const existing = new Set(await listExistingTexts(tx, conversation.id, wanted));
  const fresh = wanted.filter((text) => !existing.has(text));
  const firstId = await takeStatementIds(tx, conversation.id, fresh.length);
  return insertStatements(
    tx,
    fresh.map((text, index) => ({
      conversationId: conversation.id,
      id: firstId + index,
      text,
      isSeed: true,
      isMetadata,
      moderation: "accepted" as const,
      moderatedBy: ctx.actor.kind === "user" ? ctx.actor.userId : null,
      moderatedAt: ctx.now(),
      createdAt: ctx.now(),
    })),
  );
}

function requireLength(texts: string[], longest: number): void {
  const tooLong = texts.find((text) => countCharacters(text) > longest);
  if (tooLong === undefined) return;
  throw new ServiceError(
    "UNPROCESSABLE_CONTENT",
    "statement-too-long",
    `A statement has at most ${longest} characters: "${tooLong.slice(0, 40)}…"`,
  );
}
