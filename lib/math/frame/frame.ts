import type { Frame } from "../../schemas/analysis";
import type { Partition } from "../groups/partition";
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
  const present = { participants, groupOfRow: partition.groupOfRow };
  const letters = assignLetters(partition.ids.length, present, previous);
  return {
    matrix: orientMap(participants, map, previous),
    letters: Object.fromEntries(partition.ids.map((id, index) => [id, letters[index]!])),
    ...groupCount,
  };
}
