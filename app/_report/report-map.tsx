import { OpinionMap } from "@/app/_map/opinion-map";
import { useMapText } from "@/app/_map/use-map-text";
import { layoutOpinionMap } from "@/lib/map/layout-opinion-map";
import type { Size } from "@/lib/map/scene";
import { listOrganisersWords } from "@/lib/report-document/tell-map";
import type { ResultsView } from "@/lib/results/results-view";
import type { ReportSettings } from "@/lib/schemas/report-settings";
import { OrganiserNote } from "./organiser-note";
import { useReportWords } from "./use-report-words";

/** px; flat enough for a page of summary */
const reportMapSize: Size = { width: 900, height: 420 };

interface Props {
  view: ResultsView;
  settings: Pick<ReportSettings, "groupNames" | "axisNames">;
}

/** The map as it stood at this analysis; it does not move. */
export function ReportMap({ view, settings }: Props) {
  const words = useReportWords();
  const text = useMapText(view);
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
        {words.report(view.groups.length === 0 ? "mapNoteNoGroups" : "mapNote")}
      </figcaption>
      <OrganiserNote>{listOrganisersWords({ view, settings, words }).join("\n")}</OrganiserNote>
    </figure>
  );
}
