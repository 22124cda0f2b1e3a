import type { HistoryStep } from "@/lib/schemas/history";

/** A step without its map. */
export type HistoryRow = Omit<HistoryStep, "clusters">;

/** About so many steps, evenly spread, the first and the last among them. */
export function chooseRows(steps: HistoryStep[], count: number): HistoryRow[] {
  const last = steps.length - 1;
  const indices = Array.from({ length: count }, (_, i) => Math.round((i * last) / (count - 1)));
  return [...new Set(indices)].flatMap((index) => {
    const step = steps[index];
    if (!step) return [];
    const { clusters: _, ...row } = step;
    return [row];
  });
}
