import { summarizeParticipation } from "@/lib/reports/summarize-participation";
import type { Participation } from "@/lib/schemas/report";
import type { Database } from "@/server/db/client";
import { countParticipation, type ParticipationOf } from "@/server/db/queries/participation-counts";

/** Who takes part in a conversation now, counted rarely: it is a walk through all of its votes. */
export interface Participations {
  /** As of the analysis that has seen the votes up to `voteSeq`, or of one a little older. */
  get(of: ParticipationNow): Promise<Participation>;
}

type ParticipationNow = Omit<ParticipationOf, "reportNumber">;

// Of 100 ms at most 5 are spent counting, however often a page of a live conversation is asked for.
const FRESH_PER_COUNTING = 20;
const MAX_KEPT = 200;

interface Counted {
  voteSeq: number;
  participation: Promise<Participation>;
  /** ms; until then nobody counts again. */
  freshUntil: number;
}

export function createParticipations({
  db,
  nowMs = () => performance.now(),
}: {
  db: Database;
  nowMs?: () => number;
}): Participations {
  const kept = new Map<number, Counted>();
  const count = (of: ParticipationNow): Counted => {
    const { conversationId, voteSeq } = of;
    const startedAt = nowMs();
    const counted: Counted = {
      voteSeq,
      participation: countParticipation(db, { ...of, reportNumber: null }).then((counts) => {
        counted.freshUntil = nowMs() + FRESH_PER_COUNTING * (nowMs() - startedAt);
        return summarizeParticipation(counts);
      }),
      freshUntil: Number.POSITIVE_INFINITY,
    };
    counted.participation.catch(() => kept.delete(conversationId));
    return counted;
  };
  return {
    get(of) {
      const { conversationId, voteSeq } = of;
      const known = kept.get(conversationId);
      const isFresh = known && (known.voteSeq === voteSeq || nowMs() < known.freshUntil);
      if (isFresh) return known.participation;
      const counted = count(of);
      kept.delete(conversationId);
      kept.set(conversationId, counted);
      for (const oldest of kept.keys()) {
        if (kept.size <= MAX_KEPT) break;
        kept.delete(oldest);
      }
      return counted.participation;
    },
  };
}
