import type { AgreementArea } from "@/lib/schemas/agreement";

/** The side that more than half of a place's voters took; `untold`: too few voted to tell. */
export type Lean = "agree" | "disagree" | "mixed" | "untold";

type Votes = Pick<AgreementArea, "agrees" | "disagrees" | "passes">;

export function leanOf({ agrees, disagrees, passes }: Votes): Lean {
  const voters = agrees + disagrees + passes;
  if (2 * agrees > voters) return "agree";
  return 2 * disagrees > voters ? "disagree" : "mixed";
}

/** Each base cluster with the area it belongs to; those in none are untold. */
export function findAreas(areas: readonly AgreementArea[]): Map<number, AgreementArea> {
  return new Map(areas.flatMap((area) => area.clusters.map((id) => [id, area] as const)));
}
