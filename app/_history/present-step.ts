import { packStep } from "@/lib/history/pack-step";
import type { ResultsView } from "@/lib/results/results-view";
import type { HistoryStep } from "@/lib/schemas/history";

/** What is on the page now, as the last step of a history that was made before it. */
export function toPresentStep(view: ResultsView): HistoryStep {
  return packStep({ at: view.computedAt, ...view, ...view.map });
}
