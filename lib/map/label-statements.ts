import { chooseLabels } from "./choose-labels";
import type { StatementPlace } from "./place-statements";
import type { Point } from "./scene";

export interface LabelledStatements {
  /** Every statement as a dot: one SVG path, to be stroked with round ends. */
  dots: string;
  /** Those whose numbers have room however small the map is drawn, the most important first… */
  everywhere: StatementPlace[];
  /** …and those for whose numbers there is room besides where it is drawn wide. */
  whereWide: StatementPlace[];
}

/** px of a number and the room around it, on a wide map and, in its larger letters, on a phone. */
const wideBox = { width: 36, height: 24 };
const smallBox = { width: 72, height: 46 };

/**
 * Chooses which statements are numbered on the map so that no number covers another or a letter.
 * @param places the most important first
 * @param marks px, the middles of the groups' letters
 */
export function labelStatements(places: StatementPlace[], marks: Point[]): LabelledStatements {
  const everywhere = pick(places, smallBox, marks);
  const rest = places.filter((place) => !everywhere.includes(place));
  const taken = [...marks, ...everywhere.map(({ at }) => at)];
  const dots = places.map(({ at: [x, y] }) => `M${round(x)},${round(y)}h.01`).join("");
  return { dots, everywhere, whereWide: pick(rest, wideBox, taken) };
}

function pick(places: StatementPlace[], box: typeof wideBox, taken: Point[]): StatementPlace[] {
  const chosen = chooseLabels(
    places.map(({ at }) => at),
    box,
    taken,
  );
  return chosen.map((index) => places[index]!);
}

function round(px: number): number {
  return Math.round(px * 10) / 10;
}
