import { findDistinctPoints } from "./distinct-points";

/** Where participants stand: positions with the number of people at each, in an order of their own. */
export interface Places {
  /** x and y of each place in turn. */
  points: Float64Array;
  /** Participants at each place, at least 1. */
  weights: Float64Array;
  /** Place of each row of the vote matrix, -1 for rows that are not clustered. */
  placeOfRow: Int32Array;
  /** Whether places are positions; else they are cells, and too many for what takes their square. */
  areDistinct: boolean;
}

/**
 * Gathers clustered participants into places: each distinct position is one, in ascending order of x,
 * then y. With more than `maxDistinctPlaces` of them, places are the cells of a square grid instead,
 * row by row, each at the mean of its people.
 *
 * So places, and all that is computed from them, depend neither on the order of participants nor on
 * their ids. For the same reason positions are rounded to 1/65,536 of the width of the map when cells
 * are used: their sums are sums of integers, exact in any order.
 * @param points x and y of every row of the vote matrix, finite
 * @param rows the rows to cluster, in any order
 * @param rule `cellsPerSide` cells along each side of the square around everybody, a power of two
 * @returns no places without rows
 */
export function gatherPlaces(
  points: Float64Array,
  rows: Int32Array,
  rule: { maxDistinctPlaces: number; cellsPerSide: number },
): Places {
  const placeOfRow = new Int32Array(points.length / 2).fill(-1);
  const distinct = findDistinctPoints(points, rows, rule.maxDistinctPlaces, placeOfRow);
  if (distinct) return { ...distinct, placeOfRow, areDistinct: true };
  const cells = fillCells(points, rows, rule.cellsPerSide, placeOfRow);
  return { ...cells, placeOfRow, areDistinct: false };
}

const stepsPerSide = 65_536;

function fillCells(
  points: Float64Array,
  rows: Int32Array,
  cellsPerSide: number,
  placeOfRow: Int32Array,
): Pick<Places, "points" | "weights"> {
  const { x: originX, y: originY, width } = findSquare(points, rows);
  const step = width > 0 ? width / stepsPerSide : 1;
  const stepsPerCell = stepsPerSide / cellsPerSide;
  const cellsPerStep = 1 / stepsPerCell; // powers of two: exact
  // People and sums of steps within the cell side by side: below 2^31 for 16 million people in one.
  const cells = new Int32Array(3 * cellsPerSide * cellsPerSide);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const x = Math.min(Math.floor((points[2 * row]! - originX) / step), stepsPerSide - 1) | 0;
    const y = Math.min(Math.floor((points[2 * row + 1]! - originY) / step), stepsPerSide - 1) | 0;
    const cellX = (x * cellsPerStep) | 0;
    const cellY = (y * cellsPerStep) | 0;
    const cell = cellY * cellsPerSide + cellX;
    placeOfRow[row] = cell;
    cells[3 * cell]! += 1;
    cells[3 * cell + 1]! += x - cellX * stepsPerCell;
    cells[3 * cell + 2]! += y - cellY * stepsPerCell;
  }
  const placeOfCell = new Int32Array(cellsPerSide * cellsPerSide);
  const placeCount = numberUsed(cells, placeOfCell);
  for (let i = 0; i < rows.length; i++) {
    placeOfRow[rows[i]!] = placeOfCell[placeOfRow[rows[i]!]!]!;
  }
  const places = new Float64Array(2 * placeCount);
  const weights = new Float64Array(placeCount);
  for (let cell = 0; cell < placeOfCell.length; cell++) {
    const count = cells[3 * cell]!;
    if (count === 0) continue;
    const place = placeOfCell[cell]!;
    const x = (cell % cellsPerSide) * stepsPerCell + cells[3 * cell + 1]! / count + 0.5;
    const y = Math.floor(cell / cellsPerSide) * stepsPerCell + cells[3 * cell + 2]! / count + 0.5;
    weights[place] = count;
    places[2 * place] = originX + step * x;
    places[2 * place + 1] = originY + step * y;
  }
  return { points: places, weights };
}

/** Numbers the cells in use from 0; says how many. */
function numberUsed(cells: Int32Array, placeOfCell: Int32Array): number {
  let count = 0;
  for (let cell = 0; cell < placeOfCell.length; cell++) {
    placeOfCell[cell] = count;
    if (cells[3 * cell]! > 0) count++;
  }
  return count;
}

/** The smallest square that holds the points, from its corner of least x and y. */
function findSquare(points: Float64Array, rows: Int32Array) {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.POSITIVE_INFINITY;
  let top = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const x = points[2 * row]!;
    const y = points[2 * row + 1]!;
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  return { x: left, y: bottom, width: Math.max(right - left, top - bottom) };
}
