"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Size } from "@/lib/map/scene";
import { createResultsView } from "@/lib/results/create-results-view";
import type { ResultsView } from "@/lib/results/results-view";
import { findStanding, placeOf, type Standing } from "@/lib/results/standing";
import { votesForPlace } from "@/lib/results/votes-for-place";
import type { VersionedAnalysis } from "@/lib/schemas/analysis";
import type { NextStatement } from "@/lib/schemas/vote";
import type { MovingMap as MovingMapComponent } from "../_map/moving-map";
import type { OutboxStore } from "../_vote/outbox-store";
import type { ChannelHandle } from "../_vote/use-channel";
import { GroupVotes } from "./group-votes";
import { StandingLine } from "./standing-line";
import { StandingSkeleton } from "./standing-skeleton";
import { createStandingSource, noFacts } from "./standing-source";
import { YourPlace } from "./your-place";

export interface StandingProps {
  store: OutboxStore;
  channel: ChannelHandle;
  /** Statements voted on, those of this device included. */
  voted: number;
  /** The statement just left; null when none was voted on here. */
  last: NextStatement | null;
}

/** px; the viewBox */
const mapSize: Size = { width: 480, height: 320 };

/** How the groups voted on the statement just left, then where this person stands among them. */
export default function StandingPanel({ store, channel, voted, last }: StandingProps) {
  const { getChannel } = channel;
  const [source] = useState(() => createStandingSource(store, getChannel));
  const { ballot, analysis } = useSyncExternalStore(source.subscribe, source.read, () => noFacts);
  useEffect(() => {
    if (last) source.noteVoted(last);
  }, [source, last]);
  useEffect(() => {
    window.addEventListener("online", source.wake);
    return () => window.removeEventListener("online", source.wake);
  }, [source]);

  const view = useMemo(() => analysis && viewOf(analysis), [analysis]);
  const standing = useMemo(
    () => ballot && analysis && findStanding([...ballot.votes], analysis),
    [ballot, analysis],
  );
  if (!ballot || !view || !standing) {
    return <StandingSkeleton hasLast={last !== null} hasPlace={voted >= votesForPlace} />;
  }
  const value = last && ballot.votes.get(last.id);
  const result = view.statements.find(({ statement }) => statement === last?.id) ?? null;
  return (
    <>
      {last && value !== undefined && value !== null && (
        <GroupVotes
          statement={last}
          value={value}
          result={result}
          hasGroups={view.groups.length > 0}
        />
      )}
      {voted >= votesForPlace || standing.kind !== "few-votes" ? (
        <YourPlace
          standing={standing}
          groups={view.groups}
          statements={ballot.statements}
          map={<SmallMap view={view} standing={standing} />}
        />
      ) : (
        <p className="text-muted">
          <StandingLine standing={standing} />
        </p>
      )}
    </>
  );
}

/** Quotes are of what this person has voted on, so every statement may be counted. */
function viewOf(analysis: VersionedAnalysis): ResultsView {
  const { version, createdAt } = analysis;
  return createResultsView({ version, createdAt: new Date(createdAt), analysis }, () => true);
}

/** The code of the map; asked for again with each new standing until it comes. */
function useMovingMap(standing: Standing): typeof MovingMapComponent | null {
  const [Drawn, setDrawn] = useState<typeof MovingMapComponent | null>(null);
  useEffect(() => {
    if (Drawn || placeOf(standing) === null) return;
    const load = () =>
      import("../_map/moving-map").then(
        ({ MovingMap }) => setDrawn(() => MovingMap),
        () => {}, // there is a later standing, or a connection
      );
    void load();
    window.addEventListener("online", load);
    return () => window.removeEventListener("online", load);
  }, [Drawn, standing]);
  return Drawn;
}

function SmallMap({ view, standing }: { view: ResultsView; standing: Standing }) {
  const t = useTranslations("map");
  const said = useTranslations("standing");
  const you = placeOf(standing);
  const MovingMap = useMovingMap(standing);
  const room = <div className="aspect-3/2 rounded-card bg-water" />;
  if (you === null) return room;
  if (!MovingMap) return room;
  const description = standing.kind === "group" ? said("group", { letter: standing.letter }) : "";
  return (
    <div className="map-frame aspect-3/2 overflow-hidden rounded-card bg-water">
      <MovingMap
        source={view.map}
        you={you}
        size={mapSize}
        text={{ title: t("title"), description, you: t("you") }}
        selected={standing.kind === "group" ? standing.letter : null}
      />
    </div>
  );
}
