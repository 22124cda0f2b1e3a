"use client";

import { Announcement } from "@/app/_map/announcement";
import { LiveMark } from "@/app/_map/live-mark";
import { MovingMap } from "@/app/_map/moving-map";
import { useMapText } from "@/app/_map/use-map-text";
import type { Point } from "@/lib/map/scene";
import type { ResultsView } from "@/lib/results/results-view";
import { placeOf } from "@/lib/results/standing";
import type { DisclosedResults } from "./load-results";
import { useLiveView } from "./use-live-view";

interface Props {
  slug: string;
  initial: DisclosedResults;
}

/**
 * The map alone, kept up with the votes, for a page about something else. Load it lazily; needs the
 * texts `map` of a NextIntlClientProvider around it (pickResultsMessages).
 */
export function LiveOpinionMap({ slug, initial }: Props) {
  const { view, standing, state } = useLiveView(slug, initial);
  if (!view) return null;
  return (
    <div>
      <MapOf view={view} you={placeOf(standing)} />
      <LiveMark state={state} />
      <Announcement version={view.version} participants={view.participants} votes={view.votes} />
    </div>
  );
}

function MapOf({ view, you }: { view: ResultsView; you: Point | null }) {
  const text = useMapText(view);
  return (
    <figure className="map-frame overflow-hidden rounded-card bg-water">
      <MovingMap source={view.map} you={you} text={text} />
    </figure>
  );
}
