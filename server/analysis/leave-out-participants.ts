import type { PreviousAnalysis } from "@/lib/math/frame/previous-analysis";

/** What the next frame follows from, without those who had what was stored of them deleted. */
export function leaveOutParticipants(
  previous: PreviousAnalysis,
  gone: ReadonlySet<number>,
): PreviousAnalysis {
  if (gone.size === 0) return previous;
  const { participants, points, groupIds, retired } = previous;
  const rows = [...participants.keys()].filter((row) => !gone.has(participants[row]!));
  return {
    frame: previous.frame,
    participants: Int32Array.from(rows, (row) => participants[row]!),
    points: Float64Array.from(rows.flatMap((row) => [points[2 * row]!, points[2 * row + 1]!])),
    groupIds: Int32Array.from(rows, (row) => groupIds[row]!),
    retired:
      retired &&
      new Map(
        Array.from(retired, ([letter, members]) => [letter, members.filter((id) => !gone.has(id))]),
      ),
  };
}
