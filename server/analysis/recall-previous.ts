import type { TransactionSql } from "postgres";
import type { PreviousAnalysis } from "@/lib/math/frame/previous-analysis";
import { unpackPrevious } from "@/lib/results/pack-previous";
import {
  findNewestPositions,
  listGoneParticipants,
  type QueueCounters,
} from "@/server/db/queries/analysis-input";
import { leaveOutParticipants } from "./leave-out-participants";

/** What the next frame follows from, of people who are still there; null when nothing is kept. */
export async function recallPrevious(
  tx: TransactionSql,
  conversationId: number,
  { deletionSeq }: Pick<QueueCounters, "deletionSeq">,
): Promise<PreviousAnalysis | null> {
  const found = await findNewestPositions(tx, conversationId);
  if (!found) return null;
  const previous = { frame: found.frame, ...unpackPrevious(found.positions) };
  if (deletionSeq === 0) return previous;
  const gone = await listGoneParticipants(tx, conversationId, listNamed(previous));
  return leaveOutParticipants(previous, new Set(gone));
}

function listNamed({ participants, retired }: PreviousAnalysis): number[] {
  const bearers = [...(retired?.values() ?? [])].flatMap((members) => [...members]);
  return [...new Set([...participants, ...bearers])];
}
