import type { Agreement, AgreementArea } from "@/lib/schemas/agreement";
import { listGroupAreas } from "./group-areas";
import type { ResultsView } from "./results-view";

/**
 * Who agreed with a statement, to be said in words beside a map: by place where that is known of the
 * very version shown, for the places of another version are other people; else by whole groups.
 */
export function tellAreas(
  view: Pick<ResultsView, "version" | "map" | "statements">,
  statement: number,
  agreement: Agreement | null,
): AgreementArea[] {
  const isOfView = agreement?.version === view.version && agreement.statement === statement;
  return isOfView ? agreement.areas : listGroupAreas(view, statement);
}
