import type { ToldCluster } from "../schemas/analysis";

/** Stands for numbers that are not told: those of few, and of the smallest beside them (lib/suppress). */
export const untoldPeople = 5;

/** How many people a base cluster is drawn as. */
export function countPeople({ count, members }: Pick<ToldCluster, "count" | "members">): number {
  return count ?? members?.length ?? untoldPeople;
}
