import { useMemo } from "react";
import type { AgreementLook } from "@/app/_map/opinion-map";
import { drawSigns } from "@/lib/map/draw-signs";
import type { OpinionMapLayout } from "@/lib/map/layout-opinion-map";
import { shadeAgreement } from "@/lib/map/shade-agreement";
import { listGroupAreas } from "@/lib/results/group-areas";
import type { ResultsView } from "@/lib/results/results-view";
import type { Selection } from "@/lib/results/selection";
import { shareOfVoters } from "@/lib/results/tally";
import type { AgreementArea } from "@/lib/schemas/agreement";
import { usePercent } from "./use-percent";

/** px of the grid that shades are drawn on */
const shadeCellPx = 7;

interface Asked {
  view: ResultsView;
  /** As drawn now, and as it will be at rest. */
  layout: OpinionMapLayout;
  target: OpinionMapLayout;
  selection: Selection;
  areas: AgreementArea[] | null;
}

/** How the map is coloured by the chosen statement; not while statements themselves stand on it. */
export function useAgreementLook({ view, layout, target, selection, areas: told }: Asked): {
  areas: AgreementArea[];
  look: AgreementLook | null;
} {
  const percent = usePercent();
  const { layer, statement } = selection;
  const isColoured = layer === "people" && statement !== null;
  const areas = useMemo(
    () => (isColoured ? (told ?? listGroupAreas(view, statement)) : []),
    [isColoured, told, view, statement],
  );
  const shades = useMemo(
    () => (areas.length > 0 ? shadeAgreement(target.scene, areas, shadeCellPx) : []),
    [areas, target],
  );
  const signs = useMemo(
    () => (areas.length > 0 ? drawSigns(layout.scene, areas) : []),
    [areas, layout],
  );
  const result = view.statements.find((candidate) => candidate.statement === statement);
  if (areas.length === 0 || !result) return { areas, look: null };
  const notes: Record<string, string> = {};
  for (const { letter, tally } of result.groups) {
    const [agree, disagree] = [shareOfVoters(tally, "agrees"), shareOfVoters(tally, "disagrees")];
    if (agree === null || disagree === null) continue;
    notes[letter] = agree >= disagree ? `✓ ${percent(agree)}` : `✕ ${percent(disagree)}`;
  }
  return { areas, look: { signs, shades, notes } };
}
