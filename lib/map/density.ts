import { addVillage, createField, type Field, heightsEnclosing } from "./density-field";
import type { MapScene } from "./scene";

/** Where the people of one group are. */
export interface DensityLayer {
  /** null: everybody, when no groups are reported */
  letter: string | null;
  /** People near each cell. */
  field: Field;
  /**
   * Heights of the group's own land (see `ownLand`) that enclose the asked shares of it, the coast
   * first; zeros where it has none.
   */
  heights: number[];
}

/** Others count for a little more where shores meet, so that the strait between them is open. */
const othersWeight = 1.15;

/**
 * Spreads people over a grid, group by group: what land is drawn from.
 * @param enclosedShares each 0..1: the parts of a group's own land that its lines enclose
 * @returns a layer for each group in the order of `scene.groups`; one for everybody without groups
 */
export function measureDensity(
  scene: MapScene,
  { cellPx, enclosedShares }: { cellPx: number; enclosedShares: number[] },
): DensityLayer[] {
  const letters = scene.groups.length === 0 ? [null] : scene.groups.map((group) => group.letter);
  const fields = letters.map((letter) => spreadPeople(scene, letter, cellPx));
  return letters.map((letter, index) => ({
    letter,
    field: fields[index]!,
    heights: heightsEnclosing(ownLand(fields, index), enclosedShares),
  }));
}

function spreadPeople(scene: MapScene, letter: string | null, cellPx: number): Field {
  const field = createField(scene.size, cellPx);
  for (const village of scene.villages) {
    const share = letter === null ? 1 : (village.shares[letter] ?? 0);
    if (share > 0) addVillage(field, village, village.weight * share, scene.radiusPx);
  }
  return field;
}

/**
 * A group's density less that of whichever other group is densest there: its own land is where this
 * is high, and it is negative where others outweigh it, so that there is water between two groups.
 */
export function ownLand(fields: Field[], index: number): Field {
  const own = fields[index]!;
  const others = fields.filter((_, other) => other !== index).map(({ values }) => values);
  const values = [...own.values];
  for (let cell = 0; cell < values.length; cell++) {
    let highest = 0;
    for (const other of others) if (other[cell]! > highest) highest = other[cell]!;
    values[cell]! -= othersWeight * highest;
  }
  return { ...own, values };
}

/**
 * Prepares the way from one density to the next: land rises where people come and sinks where they
 * leave, each cell by itself, which costs a fiftieth of spreading the people anew. Both must be of
 * one size and detail. Groups of either side are there on the whole way.
 * @returns the layers at a moment, 0 (`from`) to 1 (`to`); valid until the next call
 */
export function blendDensity(
  from: DensityLayer[],
  to: DensityLayer[],
): (moment: number) => DensityLayer[] {
  const pairs = listLetters(from, to).map((letter) => {
    const start = from.find((layer) => layer.letter === letter) ?? emptied(to, letter);
    const end = to.find((layer) => layer.letter === letter) ?? emptied(from, letter);
    return { start, end, values: [...start.field.values] };
  });
  return (moment) =>
    pairs.map(({ start, end, values }) => {
      const [before, after] = [start.field.values, end.field.values];
      for (let cell = 0; cell < values.length; cell++) {
        values[cell] = before[cell]! + (after[cell]! - before[cell]!) * moment;
      }
      return {
        letter: end.letter,
        field: { ...end.field, values },
        heights: end.heights.map((height, i) => start.heights[i]! * (1 - moment) + height * moment),
      };
    });
}

/** Everybody's land is drawn only where there are groups on neither side. */
function listLetters(from: DensityLayer[], to: DensityLayer[]): (string | null)[] {
  const letters = [...new Set([...from, ...to].map(({ letter }) => letter))];
  const named = letters.filter((letter) => letter !== null).sort();
  return named.length > 0 ? named : letters;
}

/** A layer of the same form as the others, with nobody in it. */
function emptied(layers: DensityLayer[], letter: string | null): DensityLayer {
  const { field, heights } = layers[0]!;
  return {
    letter,
    field: { ...field, values: field.values.map(() => 0) },
    heights: heights.map(() => 0),
  };
}
