import { useMemo } from "react";
import type { OpinionMapLayout } from "@/lib/map/layout-opinion-map";
import { type Shade, shadeAgreement } from "@/lib/map/shade-agreement";
import { listGroupAreas } from "@/lib/results/group-areas";
import type { ResultsView } from "@/lib/results/results-view";
import type { Selection } from "@/lib/results/selection";
import { shareOfVoters } from "@/lib/results/tally";
import type { Agreement, AgreementArea } from "@/lib/schemas/agreement";
import { usePercent } from "./use-percent";

/** px of the grid that shades are drawn on */
const shadeCellPx = 7;

/** What the map is coloured with. */
export interface AgreementGround {
  areas: AgreementArea[];
  shades: Shade[];
  /** Written below a group's letter: its share; by letter. */
  notes: Record<string, string>;
}

interface Asked {
  view: ResultsView;
  /** As the map is at rest. */
  layout: OpinionMapLayout;
  selection: Selection;
  /** Of an older version too: its colours stay until those of this one are there. */
  agreement: Agreement | null;
}

/** How the map is coloured by the chosen statement; not while statements themselves stand on it. */
export function useAgreementGround(asked: Asked): AgreementGround | null {
  const { view, layout, selection, agreement } = asked;
  const percent = usePercent();
  const { layer, statement } = selection;
  const isColoured = layer === "people" && statement !== null;
  const areas = useMemo(
    () => (isColoured ? (agreement?.areas ?? listGroupAreas(view, statement)) : []),
    [isColoured, agreement, view, statement],
  );
  const shades = useMemo(
    () => (areas.length > 0 ? shadeAgreement(layout.scene, areas, shadeCellPx) : []),
    [areas, layout],
  );
  const result = view.statements.find((candidate) => candidate.statement === statement);
  const notes: [string, string][] = (result?.groups ?? []).flatMap(({ letter, tally }) => {
    const [agree, disagree] = [shareOfVoters(tally, "agrees"), shareOfVoters(tally, "disagrees")];
    if (agree === null || disagree === null) return [];
    return [[letter, agree >= disagree ? `✓ ${percent(agree)}` : `✕ ${percent(disagree)}`]];
  });
  const noted = JSON.stringify(notes);
  return useMemo(
    () =>
      areas.length > 0 ? { areas, shades, notes: Object.fromEntries(JSON.parse(noted)) } : null,
    [areas, shades, noted],
  );
}
