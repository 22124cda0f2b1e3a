import { assignOptimally } from "../frame/optimal-assignment";
import { membersByLetter, type PreviousAnalysis } from "../frame/previous-analysis";
import { computeAdjustedRandIndex } from "../groups/adjusted-rand-index";
import { findRows } from "../votes/find-rows";

/** An analysis as people saw it. */
export type Display = Pick<PreviousAnalysis, "frame" | "participants" | "points" | "groupIds">;

/** What changed for those who are in both of two analyses that were shown one after the other. */
export interface DisplayChange {
  /** Axes along which people are on the other side of the middle than before: products below 0. */
  axisFlips: number;
  /** Axes along which the order of people turned round: correlations below 0. */
  axisReversals: number;
  /** Groups whose letter is on another group, though most of their people are still together. */
  letterSwaps: number;
  /** Groups whose best match by people, of all matchings at once, has another letter. */
  letterChanges: number;
  /** Adjusted Rand index of the two partitions; null when fewer than two people are in both. */
  adjustedRandIndex: number | null;
}

/** Compares what was shown with what is shown now. */
export function compareDisplays(before: Display, now: Display): DisplayChange {
  const pastRows = findRows(now.participants, before.participants);
  const axes = [0, 1].map((axis) => compareAxis(before, now, pastRows, axis));
  const shared = [...pastRows.keys()].filter(
    (row) =>
      pastRows[row] !== -1 && now.groupIds[row] !== -1 && before.groupIds[pastRows[row]!] !== -1,
  );
  return {
    axisFlips: axes.filter(({ product }) => product < 0).length,
    axisReversals: axes.filter(({ covariance }) => covariance < 0).length,
    ...compareLetters(before, now),
    adjustedRandIndex:
      shared.length < 2
        ? null
        : computeAdjustedRandIndex(
            shared.map((row) => before.groupIds[pastRows[row]!]!),
            shared.map((row) => now.groupIds[row]!),
          ),
  };
}

function compareAxis(before: Display, now: Display, pastRows: Int32Array, axis: number) {
  let count = 0;
  let product = 0;
  let pastSum = 0;
  let sum = 0;
  for (const [row, pastRow] of pastRows.entries()) {
    if (pastRow === -1) continue;
    const past = shownAlong(before, pastRow, axis);
    const present = shownAlong(now, row, axis);
    count += 1;
    product += past * present;
    pastSum += past;
    sum += present;
  }
  const covariance = count === 0 ? 0 : product - (pastSum * sum) / count;
  const rounding = 1e-9 * count;
  return {
    product: Math.abs(product) < rounding ? 0 : product,
    covariance: Math.abs(covariance) < rounding ? 0 : covariance,
  };
}

function shownAlong({ frame, points }: Display, row: number, axis: number): number {
  const [x, y] = frame.matrix[axis]!;
  return x * points[2 * row]! + y * points[2 * row + 1]!;
}

function compareLetters(before: Display, now: Display) {
  const past = [...membersByLetter(before)];
  const present = [...membersByLetter(now)];
  const shared = past.map(([, members]) =>
    present.map(([, others]) => findRows(members, others).filter((row) => row !== -1).length),
  );
  let letterSwaps = 0;
  let letterChanges = 0;
  assignOptimally(shared).forEach((match, index) => {
    if (match === -1 || past[index]![0] === present[match]![0]) return;
    letterChanges += 1;
    const together = shared[index]!.reduce((sum, count) => sum + count, 0);
    const isElsewhere = present.some(([letter]) => letter === past[index]![0]);
    if (isElsewhere && shared[index]![match]! > together / 2) letterSwaps += 1;
  });
  return { letterSwaps, letterChanges };
}
