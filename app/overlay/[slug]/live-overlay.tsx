"use client";

import { useTranslations } from "next-intl";
import { MovingMap } from "@/app/_map/moving-map";
import { useMapText } from "@/app/_map/use-map-text";
import type { DisclosedResults } from "@/app/_results/load-results";
import { useLiveView } from "@/app/_results/use-live-view";
import type { OpinionMapLayout } from "@/lib/map/layout-opinion-map";
import type { Size } from "@/lib/map/scene";
import type { ResultsView } from "@/lib/results/results-view";
import { OverlayNote } from "./overlay-note";
import { StaleMark } from "./stale-mark";

/** px; the shape of a stream */
const overlaySize: Size = { width: 1600, height: 900 };

/** The live map for a stream or a hall: land and letters only, nothing behind them. */
export function LiveOverlay({ slug, initial }: { slug: string; initial: DisclosedResults }) {
  const t = useTranslations("overlay");
  const { view, layout, state } = useLiveView(slug, initial, {
    size: overlaySize,
    ownVotes: [],
  });
  return (
    <>
      {view && view.participants > 0 ? (
        <>
          <OverlayMap view={view} layout={layout} />
          {view.groups.length === 0 && (
            <OverlayNote>
              {t("noGroups", { state: initial.isClosed ? "closed" : "open" })}
            </OverlayNote>
          )}
        </>
      ) : (
        <OverlayNote>{t("waiting")}</OverlayNote>
      )}
      {state === "stale" && <StaleMark text={t("stale")} />}
    </>
  );
}

function OverlayMap({ view, layout }: { view: ResultsView; layout: OpinionMapLayout | null }) {
  const text = useMapText(view);
  return (
    <MovingMap
      source={view.map}
      you={null}
      text={text}
      size={overlaySize}
      laidOut={layout}
      className="block h-dvh w-full"
    />
  );
}
