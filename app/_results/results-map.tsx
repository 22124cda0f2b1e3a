import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { HistorySwitch } from "@/app/_history/history-switch";
import { HistoryTable } from "@/app/_history/history-table";
import type { HistoryRow } from "@/lib/history/choose-rows";
import type { OpinionMapLayout } from "@/lib/map/layout-opinion-map";
import type { ResultsView } from "@/lib/results/results-view";
import type { Selection } from "@/lib/results/selection";
import type { Standing } from "@/lib/results/standing";
import type { Agreement } from "@/lib/schemas/agreement";
import { MapTable } from "./map-table";
import { MapWords } from "./map-words";
import type { ResultStatements } from "./result-statement";
import { LayerSwitch, ViewSwitch } from "./view-switch";

/** Drawn on the server; its code comes after what a reader needs first. */
const ExploreMap = dynamic(() => import("./explore-map").then((file) => file.ExploreMap));

/** Comes when somebody asks for the past. */
const HistoryPlayer = dynamic(
  () => import("@/app/_history/history-player").then((file) => file.HistoryPlayer),
  { ssr: false },
);

interface Props {
  slug: string;
  view: ResultsView;
  statements: ResultStatements;
  /** How the groups developed, as far as that is known already. */
  history: HistoryRow[];
  /** Null without votes. */
  standing: Standing | null;
  /** The map of the view, where it is laid out already. */
  layout: OpinionMapLayout | null;
  selection: Selection;
  /** Who agreed with the chosen statement, by place; null when only groups can be told. */
  agreement: Agreement | null;
  voteHref: string;
  isClosed: boolean;
  /** The same as the words beside the map tell it, which follow at a calmer pace. */
  words: { view: ResultsView; standing: Standing | null };
  /** Whether the results are live. */
  mark: ReactNode;
}

/** The map, or the tables that say the same; what everybody shares written on the water. */
export function ResultsMap({ view, statements, standing, selection, agreement, ...rest }: Props) {
  const { words } = rest;
  const t = useTranslations("map");
  const [isOfPast, setIsOfPast] = useState(false);
  const descriptionId = useId();
  const isPastShown = isOfPast && selection.view === "map";
  const letters = view.groups.map(({ letter }) => letter);
  const selected = selection.group && letters.includes(selection.group) ? selection.group : null;
  return (
    <section id="you" tabIndex={-1} aria-label={t("title")} className="mt-6 scroll-mt-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="flex flex-wrap gap-x-4 gap-y-2">
          <ViewSwitch selection={selection} />
          <LayerSwitch selection={selection} />
        </div>
        {rest.mark}
      </div>
      <div className="mt-3">
        {selection.view === "table" ? (
          <>
            <MapTable
              view={words.view}
              statements={statements}
              selection={selection}
              agreement={agreement}
            />
            <HistoryTable rows={rest.history} />
          </>
        ) : isPastShown ? (
          <HistoryPlayer slug={rest.slug} view={view} selected={selected} />
        ) : (
          <ExploreMap
            view={view}
            statements={statements}
            standing={standing}
            layout={rest.layout}
            selection={selection}
            selected={selected}
            agreement={agreement}
            descriptionId={descriptionId}
          />
        )}
      </div>
      {selection.view === "map" && (
        <HistorySwitch isOpen={isOfPast} onSwitch={() => setIsOfPast(!isOfPast)} />
      )}
      <MapWords
        {...words}
        statements={statements}
        selection={selection}
        selected={selected}
        voteHref={rest.voteHref}
        isClosed={rest.isClosed}
        isPastShown={isPastShown}
        descriptionId={descriptionId}
      />
    </section>
  );
}
