import type { ExportSource } from "../export-source";
import type { GroupTallies } from "./group-tallies";
import { readBallots } from "./read-ballots";

/** How each group of the newest analysis voted, on moderated statements too. */
export async function tallyGroups(source: ExportSource): Promise<GroupTallies[]> {
  if (source.groupTallies === null) for await (const _ of readBallots(source));
  return source.groupTallies ?? [];
}
