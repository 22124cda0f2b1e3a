import type { ResultsView } from "@/lib/results/results-view";
import type { Selection } from "@/lib/results/selection";
import type { Agreement } from "@/lib/schemas/agreement";
import { GroupTable } from "./group-table";
import { NeighbourhoodTable } from "./neighbourhood-table";
import { PlaceTable } from "./place-table";
import type { ResultStatements } from "./result-statement";

interface Props {
  view: ResultsView;
  statements: ResultStatements;
  selection: Selection;
  agreement: Agreement | null;
}

/** What the map shows with the same layer and choices, as tables. */
export function MapTable({ view, statements, selection, agreement }: Props) {
  if (selection.layer === "statements") return <PlaceTable view={view} statements={statements} />;
  return (
    <>
      <GroupTable view={view} statements={statements} />
      <NeighbourhoodTable view={view} statement={selection.statement} agreement={agreement} />
    </>
  );
}
