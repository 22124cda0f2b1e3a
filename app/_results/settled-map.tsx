import { useTranslations } from "next-intl";
import { memo, useMemo } from "react";
import { StatementMarks } from "@/app/_map/statement-marks";
import { labelStatements } from "@/lib/map/label-statements";
import type { OpinionMapLayout } from "@/lib/map/layout-opinion-map";
import { placeStatements } from "@/lib/map/place-statements";
import { rankPulls } from "@/lib/results/rank-statements";
import type { ResultsView } from "@/lib/results/results-view";
import type { Selection } from "@/lib/results/selection";
import type { Agreement } from "@/lib/schemas/agreement";
import { DrawnMap } from "./drawn-map";
import { ReadableMap } from "./readable-map";
import type { ResultStatements } from "./result-statement";
import { useAgreementGround } from "./use-agreement-ground";
import { usePeopleTargets, useStatementTargets } from "./use-map-targets";

interface Props {
  view: ResultsView;
  /** The map of the view, at rest. */
  layout: OpinionMapLayout;
  statements: ResultStatements;
  selection: Selection;
  /** Letter of the chosen group, if there is such a group. */
  selected: string | null;
  /** Of the viewer's group, if they are in one. */
  ownLetter: string | null;
  /** Who agreed with the chosen statement; null when only groups can be told. */
  agreement: Agreement | null;
  descriptionId: string;
}

/** What can be read and chosen on the map, and the drawing, which moves by itself. */
export const SettledMap = memo(function SettledMap(props: Props) {
  const { view, layout, statements, selection, selected, agreement } = props;
  const t = useTranslations("map");
  const [title, pin] = [t("title"), t("you")];
  // The description is told beside the map.
  const text = useMemo(() => ({ title, you: pin, description: "" }), [title, pin]);
  const { layer, statement } = selection;
  const ground = useAgreementGround({ view, layout, selection, agreement });
  const places = useMemo(
    () => (layer === "statements" ? placeStatements(rankPulls(view, statement), layout.scene) : []),
    [layer, view, statement, layout],
  );
  const labelled = useMemo(
    () =>
      labelStatements(
        places,
        layout.marks.map(({ at }) => at),
      ),
    [places, layout],
  );
  const people = usePeopleTargets({
    view,
    layout,
    selection,
    selected,
    agreement,
    ownLetter: props.ownLetter,
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
    <ReadableMap
      targets={isOfStatements ? numbered : people}
      view={view}
      statements={statements}
      selection={selection}
      mapClass={mapClass}
    >
      <DrawnMap
        text={text}
        descriptionId={props.descriptionId}
        selected={selected}
        ground={ground}
        isBackdrop={isOfStatements}
        className={mapClass}
      >
        {marks}
      </DrawnMap>
    </ReadableMap>
  );
});

const mapClass = "block h-auto max-h-[min(68vh,44rem)] w-full";
