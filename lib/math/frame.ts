import type { Frame } from "../schemas/analysis";
import type { GroupClustering } from "./group-clusterings";
import { chooseGroupCount, smoothGroupCount } from "./group-count";
import { assignLetters } from "./group-letters";
import type { OpinionMap } from "./opinion-map";
import { orientMap } from "./orientation";
import type { Partition } from "./partition";
import type { PreviousAnalysis } from "./previous-analysis";

/**
 * Which k is shown.
 * @param given number of groups when they were given: it is shown at once
 * @see MATH.md A7 and B3
 */
export function chooseShownCount(
  clusterings: readonly GroupClustering[],
  given: number | undefined,
  previous: PreviousAnalysis | undefined,
  buffer: number,
): Pick<Frame, "k" | "smoother"> {
  if (given !== undefined) return smoothGroupCount(given, [given], undefined, buffer);
  const available = clusterings.map(({ k }) => k);
  return smoothGroupCount(chooseGroupCount(clusterings), available, previous?.frame, buffer);
}

/**
 * Turns and names an analysis after the previous one, so that the map stays still for its viewers.
 * @param count what `chooseShownCount` chose
 * @see MATH.md B3
 */
export function computeFrame(
  participants: Int32Array,
  map: OpinionMap,
  partition: Partition,
  count: Pick<Frame, "k" | "smoother">,
  previous: PreviousAnalysis | undefined,
): Frame {
  const groupOf = new Map<number, number>();
  partition.groupOfRow.forEach((group, row) => {
    if (group !== -1) groupOf.set(participants[row]!, group);
  });
  const letters = assignLetters(partition.ids.length, groupOf, previous);
  return {
    matrix: orientMap(participants, map.points, map.components.loadings, previous),
    letters: Object.fromEntries(partition.ids.map((id, index) => [id, letters[index]!])),
    ...count,
  };
}
