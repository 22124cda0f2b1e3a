import { useTranslations } from "next-intl";
import type { MapTarget } from "@/app/_map/map-target";
import { useGroupText } from "@/app/_map/use-map-text";
import { shownText } from "@/lib/i18n/shown-text";
import type { LabelledStatements } from "@/lib/map/label-statements";
import type { OpinionMapLayout } from "@/lib/map/layout-opinion-map";
import { findAreas } from "@/lib/map/lean";
import type { StatementPlace } from "@/lib/map/place-statements";
import type { ResultsView } from "@/lib/results/results-view";
import { type Selection, selectionHref } from "@/lib/results/selection";
import { describeSize } from "@/lib/results/size-text";
import { tellAreas } from "@/lib/results/tell-areas";
import type { Agreement } from "@/lib/schemas/agreement";
import type { ResultStatements } from "./result-statement";
import { useSideText } from "./use-side-text";
import { useVoteText } from "./use-vote-text";

interface Explored {
  view: ResultsView;
  layout: OpinionMapLayout;
  selection: Selection;
  /** Letter of the chosen group, if there is such a group. */
  selected: string | null;
}

/** The people's places: islands, the viewer, and the neighbourhoods of the chosen group. */
export function usePeopleTargets(
  explored: Explored & { agreement: Agreement | null; ownLetter: string | null },
): MapTarget[] {
  const { view, layout, selection, selected, ownLetter } = explored;
  const t = useTranslations("map");
  const describeGroup = useGroupText();
  const votes = useVoteText();
  const villages = useVillageTargets(explored);
  const islands = layout.marks.flatMap(({ letter, at }): MapTarget[] => {
    const group = view.groups.find((candidate) => candidate.letter === letter);
    if (!group) return [];
    const isChosen = selected === letter;
    const { statement } = selection;
    const vote = statement === null ? "" : votes.ofGroup(view, statement, letter);
    return [
      {
        key: `island-${letter}`,
        at,
        label: `${describeGroup(group)} ${vote}`.trim(),
        href: selectionHref(selection, { group: isChosen ? null : letter }),
        isChosen,
        area: layout.islands.find((island) => island.letter === letter)?.levels[0],
      },
    ];
  });
  const you: MapTarget[] = layout.you
    ? [
        {
          key: "you",
          at: layout.you,
          label: t("youHere"),
          href: selectionHref(selection, { group: ownLetter ?? selection.group }),
          isChosen: false,
        },
      ]
    : [];
  return [...islands, ...villages, ...you];
}

function useVillageTargets({
  view,
  layout,
  selection,
  selected,
  agreement,
}: Explored & { agreement: Agreement | null }): MapTarget[] {
  const [t, results] = [useTranslations("map"), useTranslations("results")];
  const votes = useVoteText();
  const { statement } = selection;
  const untold = new Set(
    view.map.baseClusters.filter(({ count }) => count === null).map(({ id }) => id),
  );
  const describeVillage = (id: number, people: number) => {
    if (untold.has(id)) {
      const size = describeSize(null, { results });
      return selected ? `${results("group", { letter: selected })}: ${size}.` : `${size}.`;
    }
    return selected ? t("village", { letter: selected, people }) : t("villageAlone", { people });
  };
  const areaOf = findAreas(statement === null ? [] : tellAreas(view, statement, agreement));
  if (view.groups.length > 0 && selected === null) return [];
  return layout.scene.villages
    .filter(({ shares }) => selected === null || shares[selected] !== undefined)
    .map(({ id, x, y, weight }) => {
      const vote = statement === null ? "" : votes.ofArea(areaOf.get(id), statement);
      return {
        key: `village-${id}`,
        at: [x, y],
        label: `${describeVillage(id, weight)} ${vote}`.trim(),
        href: selectionHref(selection, {}),
        isChosen: false,
      };
    });
}

/** The statements whose numbers stand on the map. */
export function useStatementTargets(
  { view, selection }: Pick<Explored, "view" | "selection">,
  places: StatementPlace[],
  labelled: LabelledStatements,
  statements: ResultStatements,
): MapTarget[] {
  const t = useTranslations("map");
  const describeSide = useSideText(view);
  const wide = new Set(labelled.whereWide);
  const numbered = new Set([...labelled.everywhere, ...labelled.whereWide]);
  return places
    .filter((place) => numbered.has(place) || place.statement === selection.statement)
    .map((place) => {
      const { statement, at } = place;
      const isChosen = statement === selection.statement;
      const quoted = statements[statement];
      const text = quoted ? shownText(quoted).text : "";
      return {
        key: `statement-${statement}`,
        at,
        label: `${t("statementPlace", { number: statement, text })} ${describeSide(place)}`,
        href: selectionHref(selection, { statement: isChosen ? null : statement }),
        isChosen,
        isWhereWide: wide.has(place) && !isChosen,
        statement,
      };
    });
}
