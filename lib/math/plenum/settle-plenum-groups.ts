import { type Certainty, computeCertainty, givenCertainty } from "../certainty/certainty";
import { chooseGroupCount, type GroupCount, smoothGroupCount } from "../frame/group-count";
import type { GroupChoice } from "../groups/find-groups";
import { type Partition, partitionByGivenGroups, withoutGroups } from "../groups/partition";
import type { PackedVotes } from "../votes/packed-votes";
import type { PlenumRequest } from "./analyze-plenum";
import { plenumParameters } from "./plenum-parameters";

/** The groups that are shown, if any, and how sure they are. */
export interface SettledGroups extends Certainty {
  partition: Pick<Partition, "ids" | "groupOfRow">;
  groupCount: GroupCount;
  /** Whether they were found, not given. */
  areFound: boolean;
}

/**
 * The groups that are shown, after those shown before: given ones, or the found ones of the shown
 * number, or none when the votes have no clear structure.
 * @see MATH.md A7 and B5
 */
export function settlePlenumGroups(
  votes: PackedVotes,
  isModeratedOut: Uint8Array,
  choices: readonly GroupChoice[],
  { groups, previous, carried }: Pick<PlenumRequest, "groups" | "previous" | "carried">,
): SettledGroups {
  if (groups) {
    const partition = partitionByGivenGroups(votes.participants, groups);
    return {
      partition,
      groupCount: countAtOnce(partition.ids.length),
      areFound: false,
      ...givenCertainty,
    };
  }
  const groupCount = smoothGroupCount(
    { best: chooseGroupCount(choices), available: choices.map(({ k }) => k) },
    previous?.frame,
    plenumParameters.groupCountBuffer,
  );
  const partition = toPartition(choices, groupCount.k, votes.participants.length);
  const { structure, stability } =
    carried ?? computeCertainty({ votes, isModeratedOut, partition }, plenumParameters);
  const certainty = { structure, stability };
  if (structure.clear) return { partition, groupCount, areFound: true, ...certainty };
  const none = withoutGroups(votes.participants.length);
  return { partition: none, groupCount: countAtOnce(0), areFound: true, ...certainty };
}

function toPartition(choices: readonly GroupChoice[], k: number, rowCount: number) {
  const choice = choices.find((one) => one.k === k);
  if (!choice) return withoutGroups(rowCount);
  return {
    ids: Array.from({ length: choice.count }, (_, id) => id),
    groupOfRow: choice.groupOfRow,
  };
}

/** A number of groups that no earlier one holds back. */
function countAtOnce(k: number): GroupCount {
  return smoothGroupCount(
    { best: k, available: [k] },
    undefined,
    plenumParameters.groupCountBuffer,
  );
}
