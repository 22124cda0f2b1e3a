import type { Frame } from "../../schemas/analysis";
import type { Partition } from "../groups/partition";
import { findRows } from "../votes/find-rows";
import type { GroupCount } from "./group-count";
import { assignLetters } from "./group-letters";
import { orientMap, type Placement } from "./orientation";
import type { PreviousAnalysis } from "./previous-analysis";

export interface FrameInput {
  /** Participant id of each row. */
  participants: Int32Array;
  map: Placement;
  partition: Pick<Partition, "ids" | "groupOfRow">;
  groupCount: GroupCount;
}

/**
 * Turns and names an analysis after the previous one, so that the map stays still for its viewers.
 * @see MATH.md B3
 */
export function computeFrame(
  { participants, map, partition, groupCount }: FrameInput,
  previous: PreviousAnalysis | undefined,
): Frame {
  const { groupOfRow } = partition;
  const rowsBefore = previous ? findRows(participants, previous.participants) : new Int32Array(0);
  const letters = assignLetters(
    partition.ids.length,
    { participants, rowsBefore, groupOfRow },
    previous,
  );
  return {
    matrix: orientMap(rowsBefore, map, previous),
    letters: Object.fromEntries(partition.ids.map((id, index) => [id, letters[index]!])),
    ...groupCount,
  };
}
