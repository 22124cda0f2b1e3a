import type { NextStatement } from "@/lib/schemas/vote";
import type { Ballot } from "./ballots";

/**
 * Draws statements that somebody has not voted on, without repeats: the more a statement weighs, the
 * sooner it is likely to come (each gets the key -ln(u) / weight, the smallest win; Efraimidis and
 * Spirakis 2006).
 * @param voted statement ids, ascending
 * @param random uniform numbers in [0, 1)
 * @returns at most `count` statements, and how many are left to vote on, these included
 */
export function pickNext(
  ballot: Pick<Ballot, "statements" | "weights">,
  input: { voted: readonly number[]; count: number; random(): number },
): { next: NextStatement[]; remaining: number } {
  const { statements, weights } = ballot;
  const { voted, count, random } = input;
  const drawn: { key: number; statement: NextStatement }[] = [];
  let remaining = 0;
  let v = 0;
  for (let i = 0; i < statements.length; i += 1) {
    const statement = statements[i]!;
    while (v < voted.length && voted[v]! < statement.id) v += 1;
    if (voted[v] === statement.id) continue;
    remaining += 1;
    const key = -Math.log(1 - random()) / weights[i]!;
    const last = drawn[drawn.length - 1];
    if (drawn.length < count || (last && key < last.key)) {
      insertByKey(drawn, { key, statement }, count);
    }
  }
  return { next: drawn.map(({ statement }) => statement), remaining };
}

/** Keeps the list sorted and no longer than `count`. */
function insertByKey<T extends { key: number }>(list: T[], item: T, count: number): void {
  let place = list.length;
  while (place > 0 && list[place - 1]!.key > item.key) place -= 1;
  list.splice(place, 0, item);
  if (list.length > count) list.pop();
}
