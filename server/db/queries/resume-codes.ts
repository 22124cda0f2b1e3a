import { and, eq, gt, lte, sql } from "drizzle-orm";
import { resumeCodes } from "@/drizzle/schema/resume-code";
import type { Queryable, Transaction } from "@/server/db/client";
import type { ParticipantKey } from "./participation";

/** In place of an earlier one; false when there is no such participant. */
export async function storeResumeCode(
  db: Queryable,
  key: ParticipantKey,
  code: { codeHash: string; sealedToken: string; expiresAt: Date },
): Promise<boolean> {
  // Locked, or a deletion in between would leave a code of nobody.
  const rows = await db.execute(sql`
    insert into resume_codes
      (conversation_id, participant_id, code_hash, sealed_token, expires_at)
    select conversation_id, id, ${code.codeHash}, ${code.sealedToken},
      ${code.expiresAt.toISOString()}::timestamptz
    from participants
    where conversation_id = ${key.conversationId} and token_hash = ${key.tokenHash}
    for key share
    on conflict (conversation_id, participant_id) do update set
      code_hash = excluded.code_hash, sealed_token = excluded.sealed_token,
      expires_at = excluded.expires_at
    returning 1`);
  return rows.length > 0;
}

/** Takes a code out, so that it serves once; null when it is unknown or too old. */
export async function takeResumeCode(
  tx: Transaction,
  where: { conversationId: number; codeHash: string; now: Date },
): Promise<{ participantId: number; sealedToken: string } | null> {
  const [row] = await tx
    .delete(resumeCodes)
    .where(
      and(
        eq(resumeCodes.conversationId, where.conversationId),
        eq(resumeCodes.codeHash, where.codeHash),
        gt(resumeCodes.expiresAt, where.now),
      ),
    )
    .returning({
      participantId: resumeCodes.participantId,
      sealedToken: resumeCodes.sealedToken,
    });
  return row ?? null;
}

export async function deleteExpiredResumeCodes(
  db: Queryable,
  conversationId: number,
  now: Date,
): Promise<void> {
  await db
    .delete(resumeCodes)
    .where(and(eq(resumeCodes.conversationId, conversationId), lte(resumeCodes.expiresAt, now)));
}
