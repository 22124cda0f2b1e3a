import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useCallback, useId, useState } from "react";
import type { MapTarget } from "@/app/_map/map-target";
import { MapTargets } from "@/app/_map/map-targets";
import type { ResultsView } from "@/lib/results/results-view";
import type { Selection } from "@/lib/results/selection";
import { MapCaption } from "./map-caption";
import { mapSize } from "./map-size";
import type { ResultStatements } from "./result-statement";
import { followSelection } from "./select-link";

interface Props {
  targets: MapTarget[];
  view: ResultsView;
  statements: ResultStatements;
  selection: Selection;
  /** Of the drawing and of what is laid over it. */
  mapClass: string;
  /** The drawing. */
  children: ReactNode;
}

/** A drawing with its places laid over it, and on the water below what is read about. */
export function ReadableMap({ targets, mapClass, children, ...about }: Props) {
  const t = useTranslations("map");
  const id = useId();
  const [reading, setReading] = useState<MapTarget | null>(null);
  const leave = useCallback(() => document.getElementById(`${id}-caption`)?.focus(), [id]);
  return (
    <figure className="map-frame max-sm:-mx-4 overflow-hidden bg-water sm:rounded-card">
      <div className="relative">
        {children}
        <MapTargets
          size={mapSize}
          targets={targets}
          label={t("places")}
          hintId={`${id}-hint`}
          onRead={setReading}
          onChoose={choose}
          onLeave={leave}
          className={`absolute inset-0 ${mapClass}`}
        />
      </div>
      <MapCaption id={`${id}-caption`} hintId={`${id}-hint`} reading={reading} {...about} />
    </figure>
  );
}

function choose(event: MouseEvent, { href }: MapTarget): void {
  followSelection(event, href);
}
