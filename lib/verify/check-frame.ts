import { chooseGroupCount } from "../math/frame/group-count";
import type { PublicAnalysis } from "../schemas/analysis";
import type { Finding } from "./finding";

/** How far a product of the matrix with itself may be from 1 and 0. */
const ORTHOGONAL_WITHIN = 1e-9;

type Framed = Pick<PublicAnalysis, "frame" | "groups" | "silhouettes" | "structure" | "algorithm">;

/**
 * Checks what does not follow from the votes alone, but from the analysis shown before: that the map
 * is only turned or mirrored, that every group has one letter, and that the shown number of groups is
 * one of those that were compared, and the best one unless it is held back (MATH.md B3).
 */
export function checkFrame(analysis: Framed): Finding[] {
  const problems: [boolean, Finding["code"]][] = [
    [!isOrthogonal(analysis.frame.matrix), "frame-matrix"],
    [!hasLetters(analysis), "frame-letters"],
    [!hasPossibleCount(analysis), "frame-group-count"],
  ];
  return problems.flatMap(([isWrong, code]) => (isWrong ? [{ code, part: "frame" }] : []));
}

function isOrthogonal([[a, b], [c, d]]: PublicAnalysis["frame"]["matrix"]): boolean {
  const products = [a * a + c * c - 1, b * b + d * d - 1, a * b + c * d];
  return products.every((product) => Math.abs(product) <= ORTHOGONAL_WITHIN);
}

function hasLetters({ frame, groups }: Framed): boolean {
  const letters = Object.values(frame.letters);
  return (
    letters.length === groups.length &&
    new Set(letters).size === letters.length &&
    letters.every((letter) => /^[A-Z]+$/.test(letter)) &&
    groups.every(({ id, letter }) => frame.letters[id] === letter)
  );
}

function hasPossibleCount({ frame, silhouettes, structure, algorithm }: Framed): boolean {
  const { k, smoother } = frame;
  if (!structure.clear) return k === 0 && smoother.lastK === 0;
  const candidates = Object.entries(silhouettes)
    .map(([count, silhouette]) => ({ k: Number(count), silhouette }))
    .sort((a, b) => a.k - b.k);
  const best = chooseGroupCount(candidates);
  if (smoother.lastK !== best || smoother.lastKCount < 1) return false;
  const buffer = algorithm.parameters.groupCountBuffer;
  const isHeldBack = typeof buffer === "number" && smoother.lastKCount < buffer;
  return k === best || (isHeldBack && candidates.some((candidate) => candidate.k === k));
}
