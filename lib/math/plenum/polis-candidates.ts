import type { GroupCandidate } from "../groups/find-groups";
import { partitionByClustering } from "../groups/partition";
import { clusterByPolisRules } from "../polis/analyze-polis";
import { polisParameters } from "../polis/polis-parameters";
import { capVotes } from "../votes/cap-votes";
import { type PackedVotes, unpackVotes } from "../votes/packed-votes";

/**
 * The groups that profile `polis` finds in the same votes, for every k, so that ours can be held
 * against them.
 * @param most above that many votes there are none, for its power iteration would cost more than all
 *   the rest
 * @returns by ascending k
 */
export function listPolisCandidates(
  votes: PackedVotes,
  isModeratedOut: Uint8Array,
  most: number,
): GroupCandidate[] {
  if (votes.codes.length > most) return [];
  const matrix = unpackVotes(votes);
  // Beyond the caps Pol.is leaves people and statements out: its groups are not of the same votes.
  if (capVotes(matrix, polisParameters) !== matrix) return [];
  const { base, clusterings } = clusterByPolisRules(matrix, isModeratedOut);
  return clusterings.map(({ k, clustering }) => ({
    k,
    groupOfRow: partitionByClustering(base, clustering, matrix.participants.length).groupOfRow,
  }));
}
