import { useTranslations } from "next-intl";
import { OpinionMap } from "@/app/_map/opinion-map";
import { useMapText } from "@/app/_map/use-map-text";
import { layoutOpinionMap } from "@/lib/map/layout-opinion-map";
import type { Size } from "@/lib/map/scene";
import type { ResultsView } from "@/lib/results/results-view";
import type { ReportSettings } from "@/lib/schemas/report-settings";
import { OrganiserNote } from "./organiser-note";

/** px; flat enough for a page of summary */
const reportMapSize: Size = { width: 900, height: 420 };

const edges = ["left", "right", "top", "bottom"] as const;

interface Props {
  view: ResultsView;
  settings: Pick<ReportSettings, "groupNames" | "axisNames">;
}

/** The map as it stood at this analysis; it does not move. */
export function ReportMap({ view, settings }: Props) {
  const t = useTranslations("report");
  const text = useMapText(view);
  const words = useOrganisersWords({ view, settings });
  return (
    <figure className="break-inside-avoid">
      <div className="map-frame overflow-hidden [print-color-adjust:exact] rounded-card bg-water print:border print:border-edge">
        <OpinionMap
          layout={layoutOpinionMap(view.map, reportMapSize)}
          text={text}
          className="block h-auto w-full print:max-h-88"
        />
      </div>
      <figcaption className="mt-2 text-muted text-sm">
        {t(view.groups.length === 0 ? "mapNoteNoGroups" : "mapNote")}
      </figcaption>
      <OrganiserNote>{words.join("\n")}</OrganiserNote>
    </figure>
  );
}

/** What they call the groups, and what they find towards each edge. */
function useOrganisersWords({ view, settings: { groupNames, axisNames } }: Props): string[] {
  const t = useTranslations("report");
  const results = useTranslations("results");
  const named = view.groups.filter(({ letter }) => groupNames[letter]);
  return [
    ...named.map(({ letter }) => `${results("group", { letter })}: ${groupNames[letter]}`),
    ...edges
      .filter((direction) => axisNames[direction] !== "")
      .map((direction) => t("towards", { direction, name: axisNames[direction] })),
  ];
}
