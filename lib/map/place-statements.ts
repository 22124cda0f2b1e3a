import { type MapScene, type Point, place, turn } from "./scene";

/** How a statement pulls on those who agree with it: its loadings, in core coordinates. */
export interface StatementPull {
  statement: number;
  pull: Point;
}

export interface StatementPlace {
  statement: number;
  /** px */
  at: Point;
  /** Distance from the middle, in parts of the furthest statement's; 0..1. */
  reach: number;
}

/** The statement at this part of the sorted distances… */
const outerShare = 0.95;
/** …stands so far out, as a part of the drawing's shorter side; the few beyond it are brought in. */
const outerReach = 0.4;
const widestReach = 0.46;
/** px from the edge of the drawing to the middle of a number, in the larger letters of a phone. */
const edgePx = 28;

/**
 * Places statements on the map of people: each on the side of those who agree with it, the further
 * out the more it parts people. The directions are those of the map (both follow from the same
 * loadings); the distance is to a scale of its own, since a statement is no person: the outer ones
 * stand where the shores are.
 * @returns in the order given; all in the middle when none parts people
 */
export function placeStatements(pulls: StatementPull[], scene: MapScene): StatementPlace[] {
  const { view, size } = scene;
  const [middleX, middleY] = place(view, size, [0, 0]);
  const shorter = Math.min(size.width, size.height);
  const lengths = pulls.map(({ pull }) => lengthOf(pull));
  const sorted = [...lengths].sort((a, b) => a - b);
  const outer = sorted[Math.floor(outerShare * (sorted.length - 1))] ?? 0;
  const furthest = sorted.at(-1) ?? 0;
  const unit = outer > 0 ? (outerReach * shorter) / outer : 0;
  return pulls.map(({ statement, pull }, index) => {
    const length = lengths[index]!;
    const cut =
      length * unit > widestReach * shorter ? (widestReach * shorter) / (length * unit) : 1;
    const [x, y] = turn(view.matrix, pull);
    return {
      statement,
      at: [
        keepInside(middleX + x * unit * cut, size.width),
        keepInside(middleY - y * unit * cut, size.height),
      ],
      reach: furthest > 0 ? length / furthest : 0,
    };
  });
}

function keepInside(px: number, length: number): number {
  return Math.min(Math.max(px, edgePx), Math.max(length - edgePx, edgePx));
}

function lengthOf([x, y]: Point): number {
  return Math.sqrt(x * x + y * y);
}
