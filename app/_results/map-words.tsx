import { useTranslations } from "next-intl";
import { memo } from "react";
import type { ResultsView } from "@/lib/results/results-view";
import type { Selection } from "@/lib/results/selection";
import type { Standing } from "@/lib/results/standing";
import { smallestCrowd } from "@/lib/results/tally";
import { StandingLine } from "../_standing/standing-line";
import { ChosenStatement } from "./chosen-statement";
import { GroupChoice } from "./group-choice";
import type { ResultStatements } from "./result-statement";
import { useExploreText } from "./use-explore-text";

interface Props {
  view: ResultsView;
  statements: ResultStatements;
  /** Null without votes. */
  standing: Standing | null;
  selection: Selection;
  /** Letter of the chosen group, if there is such a group. */
  selected: string | null;
  voteHref: string;
  isClosed: boolean;
  /** Whether the map through time stands in place of the map of now. */
  isPastShown: boolean;
  /** Of the element that describes the map. */
  descriptionId: string;
}

/** What stands below the map: its groups, the chosen statement, and the map in words. */
export const MapWords = memo(function MapWords({ view, selection, standing, ...rest }: Props) {
  const { description } = useExploreText(view, selection);
  const { statements, isPastShown } = rest;
  return (
    <>
      {!isPastShown && (
        <GroupChoice
          view={view}
          selection={selection}
          selected={rest.selected}
          isClosed={rest.isClosed}
        />
      )}
      {selection.statement !== null && (
        <ChosenStatement view={view} statements={statements} selection={selection} />
      )}
      <div className="mt-4 grid max-w-prose gap-1 text-muted text-sm">
        {!isPastShown && <p id={rest.descriptionId}>{description}</p>}
        <YouLine standing={standing} voteHref={rest.voteHref} />
        <HowToRead view={view} />
      </div>
    </>
  );
});

function YouLine({ standing, voteHref }: Pick<Props, "standing" | "voteHref">) {
  const isMissingVotes = standing === null || standing.kind === "few-votes";
  const line = <StandingLine standing={standing} />;
  return (
    <p>
      {isMissingVotes ? (
        <a href={voteHref} className="link inline-flex min-h-11 items-center">
          {line}
        </a>
      ) : (
        line
      )}
    </p>
  );
}

function HowToRead({ view }: { view: ResultsView }) {
  const [t, map] = [useTranslations("results"), useTranslations("map")];
  return (
    <>
      <p>
        {view.onMap === null
          ? t("notOnMapUntold", { count: smallestCrowd })
          : t("notOnMap", { count: view.participants - view.onMap })}
      </p>
      <details>
        <summary className="link inline-flex min-h-11 items-center">{t("howToRead")}</summary>
        <div className="grid gap-2 pb-2">
          <p>
            {t("howToReadText")}{" "}
            {t(view.groups.length === 0 ? "howToReadNoGroups" : "howToReadGroups")}
          </p>
          <p>{map("statementsHow")}</p>
        </div>
      </details>
    </>
  );
}
