"use client";

import { useMemo } from "react";
import { layoutOpinionMap, type OpinionMapLayout } from "@/lib/map/layout-opinion-map";
import type { ResultsView } from "@/lib/results/results-view";
import type { Selection } from "@/lib/results/selection";
import { placeOf, type Standing } from "@/lib/results/standing";
import type { Agreement } from "@/lib/schemas/agreement";
import { MovementTarget } from "./drawn-map";
import { mapSize } from "./map-size";
import type { ResultStatements } from "./result-statement";
import { SettledMap } from "./settled-map";
import { useRested } from "./use-rested";

/** The map takes so long to move: what can be read on it, and its colours, follow when it has. */
const movementMs = 700;

interface Props {
  view: ResultsView;
  statements: ResultStatements;
  /** Null without votes. */
  standing: Standing | null;
  /** The map of the view, where it is laid out already. */
  layout: OpinionMapLayout | null;
  selection: Selection;
  /** Letter of the chosen group, if there is such a group. */
  selected: string | null;
  /** Who agreed with the chosen statement; null when only groups can be told. */
  agreement: Agreement | null;
  descriptionId: string;
}

/** The map of an analysis that can be read about place by place, by pointer and by keyboard. */
export function ExploreMap({ statements, standing, selection, selected, ...rest }: Props) {
  const you = placeOf(standing);
  const { view, layout } = rest;
  const newest = useMemo(
    () => ({ view, layout: layout ?? layoutOpinionMap(view.map, mapSize, you) }),
    [view, layout, you],
  );
  return (
    <MovementTarget value={newest.layout}>
      <SettledMap
        {...useRested(newest, movementMs)}
        statements={statements}
        selection={selection}
        selected={selected}
        ownLetter={standing?.kind === "group" ? standing.letter : null}
        agreement={rest.agreement}
        descriptionId={rest.descriptionId}
      />
    </MovementTarget>
  );
}
