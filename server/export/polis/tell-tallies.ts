import { hideSmallCrowds } from "@/lib/suppress/hide-small-crowds";
import type { ExportedStatement } from "@/server/db/queries/export";
import type { ExportSource } from "../export-source";
import type { GroupTallies, Tally } from "./group-tallies";

const none: Tally = { votes: 0, agrees: 0, disagrees: 0 };

/**
 * How everybody and each group voted on a statement, as the audience may know it.
 * @returns null for a crowd that must not be told of
 */
export function tellTallies(
  row: ExportedStatement,
  groups: GroupTallies[],
  { audience, counts }: ExportSource,
): { all: Tally | null; groups: (Tally | null)[] } {
  const tallies = groups.map(({ statements }) => statements.get(row.id) ?? none);
  if (audience !== "totals") return { all: row, groups: tallies };
  const grouped = groups.reduce((sum, { members }) => sum + members, 0);
  const hidden = hideSmallCrowds({
    all: row.votes,
    groups: tallies.map(({ votes }) => votes),
    ungrouped: groups.length === 0 ? 0 : counts.voters - grouped,
  });
  return {
    all: hidden.all ? null : row,
    groups: tallies.map((tally, index) => (hidden.groups[index] ? null : tally)),
  };
}
