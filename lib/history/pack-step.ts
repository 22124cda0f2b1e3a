import { type MapSource, turn } from "@/lib/map/scene";
import { countTold } from "@/lib/results/is-crowd";
import { smallestCrowd } from "@/lib/results/tally";
import type { HistoryStep } from "@/lib/schemas/history";
import { suppressMap } from "@/lib/suppress/suppress-map";

const unit = 1000;

/** What of an analysis goes into a step. */
export interface StepSource extends MapSource {
  /** ISO 8601; of the last vote */
  at: string;
  votes: number;
  participants: number;
  onMap: number | null;
}

/**
 * Packs an analysis as a step of the history, without what `suppressMap` hides. Where fewer people than
 * a crowd are on the map it says neither where they stand nor of groups: somebody who was among the
 * first could be recognised.
 */
export function packStep(source: StepSource): HistoryStep {
  const { at, votes, participants, onMap } = source;
  const step = { at, votes, participants };
  const told = suppressMap({ ...source, clustered: onMap });
  if (countTold(told.baseClusters) < smallestCrowd) {
    const isFew = onMap !== null && onMap < smallestCrowd;
    return { ...step, onMap: isFew ? 0 : told.clustered, groups: [], clusters: [] };
  }
  const { letters } = source.frame;
  const groups = [...told.groups].sort((a, b) => (a.letter < b.letter ? -1 : 1));
  const indexOf = new Map(groups.map(({ letter }, index) => [letter, index]));
  return {
    ...step,
    onMap: told.clustered,
    groups: groups.map(({ letter, size }) => ({ letter, size })),
    clusters: told.baseClusters.flatMap(({ center, group, count }) => {
      const [x, y] = turn(source.frame.matrix, center);
      const letter = group === null ? undefined : letters[group];
      const index = letter === undefined ? -1 : (indexOf.get(letter) ?? -1);
      return [Math.round(x * unit), Math.round(y * unit), count ?? 0, index];
    }),
  };
}
