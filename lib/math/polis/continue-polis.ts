import { computeOpinionMap } from "../components/opinion-map";
import { selectClusteredRows } from "../votes/clustered-participants";
import type { VoteMatrix } from "../votes/vote-matrix";
import { formBaseClusters } from "./base-clusters";
import type { PolisClusterings } from "./compose-polis";
import { clusterIntoGroups } from "./group-clusterings";
import type { EarlierCluster } from "./k-means-warm-start";
import type { PolisMemory } from "./polis-memory";
import { polisParameters } from "./polis-parameters";

/**
 * What Pol.is makes of the votes when it has analysed the conversation before: once clustered is
 * always clustered, components are sought from where they were, base clusters and the groups for
 * each k move on with their members.
 * @param votes rows and columns in the order of their first vote, see `VoteStream`
 * @see MATH.md A3, A4, A6
 */
export function continueByPolisRules(
  votes: VoteMatrix,
  isModeratedOut: Uint8Array,
  memory: PolisMemory,
): PolisClusterings {
  const { participants, statements } = votes;
  const rowOrder = Int32Array.from(participants.keys());
  const toRows = indexBy(participants);
  const [first, second] = memory.loadings;
  const map = computeOpinionMap(
    votes,
    rowOrder,
    isModeratedOut,
    polisParameters.powerIterations,
    first && second && [padWithOnes(first, statements), padWithOnes(second, statements)],
  );
  const wasIn = new Set(toRows([...memory.clustered]));
  const clusteredRows = selectClusteredRows(votes, rowOrder, polisParameters, wasIn);
  const base = formBaseClusters(
    map.points,
    clusteredRows,
    polisParameters,
    translate(memory.baseClusters, toRows),
  );
  const toIndices = indexBy(base.ids);
  const groupClusterings = [...memory.groupClusterings].map(
    ([k, clusters]) => [k, translate(clusters, toIndices)] as const,
  );
  const clusterings = clusterIntoGroups(base, polisParameters, new Map(groupClusterings));
  return { rowOrder, map, base, clusterings };
}

/** A component of all zeros stays one, so that the iteration starts afresh. */
function padWithOnes(vector: Float64Array, { length }: Int32Array): Float64Array {
  const isZero = vector.every((entry) => entry === 0);
  return Float64Array.from({ length }, (_, column) => vector[column] ?? (isZero ? 0 : 1));
}

function indexBy(ids: Int32Array): (wanted: readonly number[]) => number[] {
  const indices = new Map(Array.from(ids, (id, index) => [id, index]));
  return (wanted) => wanted.flatMap((id) => indices.get(id) ?? []);
}

function translate(
  clusters: readonly EarlierCluster[],
  toIndices: (ids: readonly number[]) => number[],
): EarlierCluster[] {
  return clusters.map(({ id, members }) => ({ id, members: toIndices(members) }));
}
