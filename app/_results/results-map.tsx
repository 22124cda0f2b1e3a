import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useMapText } from "@/app/_map/use-map-text";
import type { ResultsView } from "@/lib/results/results-view";
import type { Selection } from "@/lib/results/selection";
import { placeOf, type Standing } from "@/lib/results/standing";
import { StandingLine } from "../_standing/standing-line";
import { GroupChoice } from "./group-choice";
import { GroupTable } from "./group-table";
import type { ResultStatements } from "./result-statement";
import { StatementQuote } from "./statement-quote";
import { ViewSwitch } from "./view-switch";

/** Drawn on the server; its code comes after what a reader needs first. */
const MovingMap = dynamic(() => import("@/app/_map/moving-map").then((file) => file.MovingMap));

interface Props {
  view: ResultsView;
  statements: ResultStatements;
  /** Null without votes. */
  standing: Standing | null;
  selection: Selection;
  voteHref: string;
  isClosed: boolean;
  /** Whether the results are live. */
  mark: ReactNode;
}

/** The map, or the table that says the same; what everybody shares written on the water. */
export function ResultsMap(props: Props) {
  const { view, statements, standing, selection, voteHref, isClosed, mark } = props;
  const t = useTranslations("results");
  const text = useMapText(view);
  const letters = view.groups.map(({ letter }) => letter);
  const selected = selection.group && letters.includes(selection.group) ? selection.group : null;
  return (
    <section id="you" aria-label={text.title} className="mt-6">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <ViewSwitch selection={selection} />
        {mark}
      </div>
      <div className="mt-3">
        {selection.view === "table" ? (
          <GroupTable view={view} statements={statements} />
        ) : (
          <figure className="map-frame overflow-hidden rounded-card bg-water">
            <MovingMap
              source={view.map}
              you={placeOf(standing)}
              text={text}
              selected={selected}
              className="block h-auto max-h-[min(68vh,44rem)] w-full"
            />
            <SharedCaption view={view} statements={statements} />
          </figure>
        )}
      </div>
      <GroupChoice view={view} selection={selection} selected={selected} isClosed={isClosed} />
      <div className="mt-4 grid max-w-prose gap-1 text-muted text-sm">
        <YouLine standing={standing} voteHref={voteHref} />
        <p>{t("notOnMap", { count: view.participants - view.onMap })}</p>
        <details>
          <summary className="link inline-flex min-h-11 items-center">{t("howToRead")}</summary>
          <p className="pb-2">
            {t("howToReadText")}{" "}
            {t(view.groups.length === 0 ? "howToReadNoGroups" : "howToReadGroups")}
          </p>
        </details>
      </div>
    </section>
  );
}

function SharedCaption({ view, statements }: Pick<Props, "view" | "statements">) {
  const t = useTranslations("map");
  const strongest = view.shared.find(({ isInEveryGroup, value }) => isInEveryGroup && value === 1);
  if (!strongest) return null;
  return (
    <figcaption className="mx-auto grid max-w-2xl gap-1 px-6 pb-6 text-center">
      <span className="text-muted text-sm">
        {t(view.groups.length === 0 ? "sharedAlone" : "shared")}
      </span>
      <StatementQuote
        statement={statements[strongest.statement]}
        className="font-medium text-lg leading-snug text-balance wrap-anywhere"
      />
    </figcaption>
  );
}

function YouLine({ standing, voteHref }: Pick<Props, "standing" | "voteHref">) {
  const isMissingVotes = standing === null || standing.kind === "few-votes";
  const line = <StandingLine standing={standing} />;
  return (
    <p>
      {isMissingVotes ? (
        <a href={voteHref} className="link">
          {line}
        </a>
      ) : (
        line
      )}
    </p>
  );
}
