import { clusterByPolisRules } from "./analyze-polis";
import { capVotes } from "./cap-votes";
import type { GroupCandidate } from "./find-groups";
import { type PackedVotes, unpackVotes } from "./packed-votes";
import { partitionByClustering } from "./partition";
import { polisParameters } from "./polis-parameters";

/**
 * The groups that profile `polis` finds in the same votes, for every k, so that ours can be held
 * against them.
 * @param rule `candidateVotes`: above that many votes there are none, for its power iteration would
 *   cost more than all the rest
 * @returns by ascending k
 */
export function listPolisCandidates(
  votes: PackedVotes,
  isModeratedOut: Uint8Array,
  rule: { candidateVotes: number },
): GroupCandidate[] {
  if (votes.codes.length > rule.candidateVotes) return [];
  const matrix = unpackVotes(votes);
  // Beyond the caps Pol.is leaves people and statements out: its groups are not of the same votes.
  if (capVotes(matrix, polisParameters) !== matrix) return [];
  const { base, clusterings } = clusterByPolisRules(matrix, isModeratedOut);
  return clusterings.map(({ k, clustering }) => ({
    k,
    groupOfRow: partitionByClustering(base, clustering, matrix.participants.length).groupOfRow,
  }));
}
