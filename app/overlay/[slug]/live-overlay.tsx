"use client";

import { useTranslations } from "next-intl";
import type { LiveState } from "@/app/_map/follow-events";
import { MovingMap } from "@/app/_map/moving-map";
import { useMapText } from "@/app/_map/use-map-text";
import type { DisclosedResults } from "@/app/_results/load-results";
import { useLiveView } from "@/app/_results/use-live-view";
import type { Size } from "@/lib/map/scene";
import type { ResultsView } from "@/lib/results/results-view";
import { OverlayNote } from "./overlay-note";

/** px; the shape of a stream */
const overlaySize: Size = { width: 1600, height: 900 };

/** The live map for a stream or a hall: land and letters only, nothing behind them. */
export function LiveOverlay({ slug, initial }: { slug: string; initial: DisclosedResults }) {
  const t = useTranslations("overlay");
  const { view, state } = useLiveView(slug, initial);
  return (
    <>
      {view && view.participants > 0 ? (
        <OverlayMap view={view} />
      ) : (
        <OverlayNote>{t("waiting")}</OverlayNote>
      )}
      <StaleMark state={state} />
    </>
  );
}

function OverlayMap({ view }: { view: ResultsView }) {
  const text = useMapText(view);
  return (
    <MovingMap
      source={view.map}
      you={null}
      text={text}
      size={overlaySize}
      className="block h-dvh w-full"
    />
  );
}

/** Small, in a corner: the audience should not be told something that no longer holds. */
function StaleMark({ state }: { state: LiveState }) {
  const t = useTranslations("overlay");
  if (state !== "stale") return null;
  return (
    <p
      role="status"
      className="fixed end-4 bottom-4 flex items-center gap-2 rounded-control bg-card px-3 py-1.5 text-ink"
    >
      <span aria-hidden="true" className="size-2.5 rounded-full bg-disagree" />
      {t("stale")}
    </p>
  );
}
