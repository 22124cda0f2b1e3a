import type { NextStatement } from "@/lib/schemas/vote";
import type { Ballot } from "./ballots";

/**
 * Draws statements that somebody has not voted on, without repeats, each in proportion to its weight
 * among those that are left.
 * @param voted statement ids, ascending; others than the ballot's do not matter
 * @param random uniform numbers in [0, 1)
 * @returns at most `count` statements, and how many are left to vote on, these included
 */
export function pickNext(
  { statements, sampler }: Pick<Ballot, "statements" | "sampler">,
  input: { voted: readonly number[]; count: number; random(): number },
): { next: NextStatement[]; remaining: number } {
  const { voted, count, random } = input;
  const excluded = findPlaces(statements, voted);
  const drawn = sampler.draw({ excluded, count, random });
  return {
    next: drawn.map((place) => statements[place]!),
    remaining: statements.length - excluded.length,
  };
}

/**
 * Where the ids are among the statements, those that are there. Ids are distinct integers, so the next
 * one is as many places on as it is higher, or, where statements are missing between, searched before.
 */
function findPlaces(statements: readonly NextStatement[], voted: readonly number[]): number[] {
  const places: number[] = [];
  let low = 0;
  for (const id of voted) {
    const first = statements[low];
    if (first === undefined || first.id > id) continue;
    let high = Math.min(low + id - first.id, statements.length - 1);
    if (statements[high]!.id <= id) low = high;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (statements[middle]!.id <= id) low = middle;
      else high = middle;
    }
    if (statements[low]!.id === id) places.push(low);
  }
  return places;
}
