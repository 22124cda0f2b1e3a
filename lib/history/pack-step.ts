import { type MapSource, turn } from "@/lib/map/scene";
import { smallestCrowd } from "@/lib/results/tally";
import type { HistoryStep } from "@/lib/schemas/history";

const unit = 1000;

/** What of an analysis goes into a step. */
export interface StepSource extends Pick<MapSource, "baseClusters" | "frame"> {
  /** ISO 8601; of the last vote */
  at: string;
  votes: number;
  participants: number;
  onMap: number;
  groups: { letter: string; size: number; id?: number }[];
}

/**
 * Packs an analysis as a step of the history. Where fewer people than a crowd are on the map it says
 * neither where they stand nor of groups: somebody who was among the first could be recognised.
 */
export function packStep(source: StepSource): HistoryStep {
  const { at, votes, participants, onMap } = source;
  const step = { at, votes, participants, onMap };
  if (onMap < smallestCrowd) return { ...step, groups: [], clusters: [] };
  const { letters } = source.frame;
  const groups = [...source.groups].sort((a, b) => (a.letter < b.letter ? -1 : 1));
  const indexOf = new Map(groups.map(({ letter }, index) => [letter, index]));
  return {
    ...step,
    groups: groups.map(({ letter, size }) => ({
      letter,
      size: size < smallestCrowd ? null : size,
    })),
    clusters: source.baseClusters.flatMap(({ center, group, count, members }) => {
      const [x, y] = turn(source.frame.matrix, center);
      const letter = group === null ? undefined : letters[group];
      const index = letter === undefined ? -1 : (indexOf.get(letter) ?? -1);
      return [Math.round(x * unit), Math.round(y * unit), count ?? members?.length ?? 1, index];
    }),
  };
}
