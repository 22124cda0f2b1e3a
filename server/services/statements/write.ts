import { sql } from "drizzle-orm";
import { cleanLine, countCharacters } from "@/lib/format/clean-text";
import type { ConversationSettings } from "@/lib/schemas/conversation";
import { type WriteStatementAnswer, WriteStatementInput } from "@/lib/schemas/participation";
import type { Transaction } from "@/server/db/client";
import { lockQueueRow, markDue } from "@/server/db/queries/analysis-queue";
import { findConversationById } from "@/server/db/queries/conversations";
import { notify } from "@/server/db/queries/notify";
import {
  findParticipantId,
  findStatementByText,
  insertFirstVote,
  insertParticipant,
  listOwnVotesOn,
} from "@/server/db/queries/participation";
import {
  insertStatements,
  type StatementRow,
  takeStatementIds,
} from "@/server/db/queries/statements";
import { toConversation } from "../conversations/conversation";
import { ServiceError } from "../errors";
import { parseInput } from "../parse-input";
import { assertOpen, conversationNotFound } from "../votes/assert-open";
import { findVoter, participantGone, tokenOf } from "../votes/find-voter";
import type { Credentials, VoteContext } from "../votes/vote-context";

interface Written {
  row: StatementRow;
  isNew: boolean;
  /** Null when nothing was stored for a newcomer. */
  participantId: number | null;
}

interface Draft {
  conversationId: number;
  tokenHash: string;
  hasToken: boolean;
  verifiedBy: string | null;
  text: string;
  language: string | null;
}

/**
 * Puts a participant's own statement to the vote, with their agreement; under strict moderation it
 * waits for a moderator first. The text of a statement that is there already returns that one.
 * @throws ServiceError BAD_REQUEST (`statement-empty`, `statement-too-long`), FORBIDDEN
 *   (`writing-closed`), CONFLICT (`statement-rejected-before`), and as castVotes
 */
export async function writeStatement(
  ctx: VoteContext,
  input: { slug: string; body: unknown; credentials: Credentials },
): Promise<{ conversationId: number; answer: WriteStatementAnswer }> {
  const { text: given, language = null } = parseInput(WriteStatementInput, input.body);
  const { conversation } = await ctx.ballots.get(input.slug);
  const conversationId = conversation.id;
  assertOpen(conversation, ctx.now());
  const text = cleanLine(given);
  assertWritable(text, conversation.settings);
  const voter = findVoter(ctx, conversationId, input.credentials);
  const { tokenHash, verifiedBy = null } = voter;
  ctx.rateLimits.takeStatement({ participantKey: tokenHash, addressKey: ctx.addressKey });
  const hasToken = "token" in voter;
  const draft = { conversationId, tokenHash, hasToken, verifiedBy, text, language };
  const { row, isNew, participantId } = await ctx.db.transaction((tx) => store(tx, ctx, draft));
  const { moderation } = row;
  if (moderation === "rejected") {
    const message = "The moderators did not accept a statement with this text.";
    throw new ServiceError("CONFLICT", "statement-rejected-before", message);
  }
  const isShown = moderation === "accepted" || conversation.settings.moderation === "lenient";
  const key = { conversationId, tokenHash };
  const [own] = isNew ? [agreement] : await listOwnVotesOn(ctx.db, key, [row.id]);
  const participant = participantId !== null && {
    id: participantId,
    token: tokenOf(ctx, voter, { conversationId, participantId }),
  };
  return {
    conversationId,
    answer: {
      statement: { id: row.id, text: row.text, language: row.language, moderation, isShown },
      isNew,
      isOwn: participantId !== null && row.authorId === participantId,
      vote: own?.vote ?? null,
      ...(participant && { participant }),
    },
  };
}

/** Whoever writes a statement agrees with it. */
const agreement = { vote: { value: 1, important: false } } as const;

function assertWritable(text: string, settings: ConversationSettings): void {
  if (!settings.participantsMayWrite) {
    const message = "In this conversation participants vote, but do not write statements.";
    throw new ServiceError("FORBIDDEN", "writing-closed", message);
  }
  if (text === "") {
    throw new ServiceError("BAD_REQUEST", "statement-empty", "The statement has no text.");
  }
  if (countCharacters(text) > settings.statementMaxLength) {
    const message = `A statement has at most ${settings.statementMaxLength} characters here.`;
    throw new ServiceError("BAD_REQUEST", "statement-too-long", message);
  }
}

async function store(tx: Transaction, ctx: VoteContext, draft: Draft): Promise<Written> {
  const { conversationId, text, language } = draft;
  await tx.execute(sql`select set_config('synchronous_commit', 'on', true),
    set_config('lock_timeout', '5s', true)`);
  await lockQueueRow(tx, conversationId);
  const conversation = await findConversationById(tx, conversationId);
  if (!conversation) throw conversationNotFound();
  const { settings } = toConversation(conversation, ctx.now());
  assertOpen(conversation, ctx.now());
  assertWritable(text, settings);
  const known = await findParticipantId(tx, draft);
  if (known === null && draft.hasToken) throw participantGone();
  const existing = await findStatementByText(tx, conversationId, text);
  if (existing) return { row: existing, isNew: false, participantId: known };
  const participantId = known ?? (await insertParticipant(tx, draft));
  const id = await takeStatementIds(tx, conversationId, 1);
  const fresh = { conversationId, id, text, language, authorId: participantId };
  const [row] = await insertStatements(tx, [fresh]);
  await insertFirstVote(tx, { conversationId, participantId, statementId: id, value: 1 });
  await markDue(tx, conversationId, { moderation: true });
  await notify(tx, { type: "statements", conversationId });
  return { row: row!, isNew: true, participantId };
}
