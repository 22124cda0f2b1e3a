import { formAgreementAreas } from "@/lib/results/agreement-areas";
import { readClusterVotes } from "@/lib/results/cluster-votes";
import type { Agreement } from "@/lib/schemas/agreement";
import { hideAreas } from "@/lib/suppress/hide-areas";
import { joinPlaces, joinTallies } from "@/lib/suppress/join-places";
import type { Database } from "@/server/db/client";
import { findClusterVotes, findNewestWithClusterVotes } from "@/server/db/queries/cluster-votes";
import { ServiceError } from "@/server/services/errors";
import { keepLatest } from "@/server/services/keep-latest";

/** Who agreed with a statement, by place on the map; read once for all who ask. */
export interface Agreements {
  /**
   * Whether the actor may see results is the caller's question to lib/results-policy.ts.
   * @throws ServiceError NOT_FOUND when there is no such version, or nobody voted on the statement in
   *   it; GONE, naming the newest that has it, when it is no longer kept
   */
  get(conversationId: number, version: number, statement: number): Promise<Agreement>;
  /** As `get`, with null for what is not there. */
  find(conversationId: number, version: number, statement: number): Promise<Agreement | null>;
}

/** Keeps the answers asked for last, some kilobytes each. */
export function createAgreements({ db }: { db: Database }): Agreements {
  const kept = keepLatest<Agreement>(256);
  const get: Agreements["get"] = (conversationId, version, statement) =>
    kept.get(`${conversationId}/${version}/${statement}`, () =>
      readAgreement(db, { conversationId, version, statement }),
    );
  return {
    get,
    async find(conversationId, version, statement) {
      try {
        return await get(conversationId, version, statement);
      } catch (error) {
        if (error instanceof ServiceError) return null;
        throw error;
      }
    },
  };
}

async function readAgreement(
  db: Database,
  asked: { conversationId: number; version: number; statement: number },
): Promise<Agreement> {
  const { version, statement } = asked;
  const found = await findClusterVotes(db, asked);
  if (!found?.clusterVotes) throw await explainAbsence(db, asked, found !== null);
  const tallies = readClusterVotes(found.clusterVotes, statement);
  if (!tallies) throw notFound(`Nobody has voted on statement ${statement} in ${version}.`);
  const { baseClusters, total, ungrouped } = found;
  const { places, placeOf } = joinPlaces(baseClusters);
  const told = hideAreas(places, joinTallies(tallies, placeOf), {
    all: total?.votes ?? 0,
    ungrouped,
  });
  return { version, statement, areas: formAgreementAreas(places, told) };
}

async function explainAbsence(
  db: Database,
  { conversationId, version }: { conversationId: number; version: number },
  isKept: boolean,
): Promise<ServiceError> {
  const newest = await findNewestWithClusterVotes(db, conversationId);
  const wasThere = isKept || (newest !== null && version >= 1 && version < newest);
  if (!wasThere) return notFound(`There is no analysis ${version}.`);
  const hint = newest === null ? "a later one will have it" : `the newest that has it is ${newest}`;
  const message = `Analysis ${version} no longer says who agreed; ${hint}.`;
  return new ServiceError("GONE", "agreement-thinned-out", message);
}

function notFound(message: string): ServiceError {
  return new ServiceError("NOT_FOUND", "agreement-not-found", message);
}
