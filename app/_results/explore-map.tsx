"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, useId, useMemo, useState } from "react";
import type { MapTarget } from "@/app/_map/map-target";
import { MapTargets } from "@/app/_map/map-targets";
import type { OpinionMapText } from "@/app/_map/opinion-map";
import { StatementMarks } from "@/app/_map/statement-marks";
import { labelStatements } from "@/lib/map/label-statements";
import { layoutOpinionMap, type OpinionMapLayout } from "@/lib/map/layout-opinion-map";
import { placeStatements } from "@/lib/map/place-statements";
import { rankPulls } from "@/lib/results/rank-statements";
import type { ResultsView } from "@/lib/results/results-view";
import type { Selection } from "@/lib/results/selection";
import { placeOf, type Standing } from "@/lib/results/standing";
import type { Agreement } from "@/lib/schemas/agreement";
import { DrawnMap } from "./drawn-map";
import { MapCaption } from "./map-caption";
import { mapSize } from "./map-size";
import type { ResultStatements } from "./result-statement";
import { followSelection } from "./select-link";
import { useAgreementGround } from "./use-agreement-ground";
import { usePeopleTargets, useStatementTargets } from "./use-map-targets";

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
  text: OpinionMapText;
  descriptionId: string;
}

/** The map of an analysis that can be read about place by place, by pointer and by keyboard. */
export function ExploreMap({ view, statements, standing, selection, selected, ...rest }: Props) {
  const { text, descriptionId, agreement, layout: laidOut } = rest;
  const t = useTranslations("map");
  const id = useId();
  const [reading, setReading] = useState<MapTarget | null>(null);
  const { layer, statement } = selection;
  const source = view.map;
  const you = placeOf(standing);
  const target = useMemo(
    () => laidOut ?? layoutOpinionMap(source, mapSize, you),
    [laidOut, source, you],
  );
  const ground = useAgreementGround({ view, target, selection, agreement });
  const places = useMemo(
    () => (layer === "statements" ? placeStatements(rankPulls(view, statement), target.scene) : []),
    [layer, view, statement, target],
  );
  const labelled = useMemo(
    () =>
      labelStatements(
        places,
        target.marks.map(({ at }) => at),
      ),
    [places, target],
  );
  const people = usePeopleTargets({
    view,
    layout: target,
    selection,
    selected,
    agreement,
    ownLetter: standing?.kind === "group" ? standing.letter : null,
  });
  const numbered = useStatementTargets({ view, selection }, places, labelled, statements);
  const isOfStatements = layer === "statements";
  const marks = useMemo(
    () =>
      isOfStatements && (
        <StatementMarks
          statements={labelled}
          chosen={places.find((place) => place.statement === statement) ?? null}
        />
      ),
    [isOfStatements, labelled, places, statement],
  );
  return (
    <figure className="map-frame max-sm:-mx-4 overflow-hidden bg-water sm:rounded-card">
      <div className="relative">
        <DrawnMap
          target={target}
          text={text}
          descriptionId={descriptionId}
          selected={selected}
          ground={ground}
          isBackdrop={isOfStatements}
          className={mapClass}
        >
          {marks}
        </DrawnMap>
        <MapTargets
          size={mapSize}
          targets={isOfStatements ? numbered : people}
          label={t("places")}
          hintId={`${id}-hint`}
          onRead={setReading}
          onChoose={(event: MouseEvent, { href }) => followSelection(event, href)}
          onLeave={() => document.getElementById(`${id}-caption`)?.focus()}
          className={`absolute inset-0 ${mapClass}`}
        />
      </div>
      <MapCaption
        id={`${id}-caption`}
        hintId={`${id}-hint`}
        view={view}
        statements={statements}
        selection={selection}
        reading={reading}
      />
    </figure>
  );
}

const mapClass = "block h-auto max-h-[min(68vh,44rem)] w-full";
