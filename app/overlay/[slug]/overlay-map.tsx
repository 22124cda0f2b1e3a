import { useTranslations } from "next-intl";
import { MovingMap } from "@/app/_map/moving-map";
import { useMapText } from "@/app/_map/use-map-text";
import type { OpinionMapLayout } from "@/lib/map/layout-opinion-map";
import type { Size } from "@/lib/map/scene";
import type { OverlayMapView, OverlayProgramme } from "@/lib/overlay/programme";
import type { ShownProgramme } from "./fetch-programme";
import { OverlayNote } from "./overlay-note";

interface Props extends ShownProgramme {
  size: Size;
}

/** The live map: land and letters only, nothing behind them; or the word why there is none. */
export function OverlayMap({ programme, layout, size }: Props) {
  const { map } = programme;
  return (
    <div className="overlay-map">
      {map && <DrawnMap view={map} layout={layout} size={size} />}
      <MapNote programme={programme} />
    </div>
  );
}

function DrawnMap({
  view,
  layout,
  size,
}: {
  view: OverlayMapView;
  layout: OpinionMapLayout | null;
  size: Size;
}) {
  const text = useMapText(view);
  return (
    <MovingMap
      source={view.map}
      you={null}
      text={text}
      size={size}
      laidOut={layout}
      className="block min-h-0 w-full flex-1"
    />
  );
}

function MapNote({ programme }: { programme: OverlayProgramme }) {
  const t = useTranslations("overlay");
  const { isDisclosed, map, hasGroups, state } = programme;
  if (!isDisclosed) return <OverlayNote>{t("hidden")}</OverlayNote>;
  if (!map) return <OverlayNote>{t("waiting")}</OverlayNote>;
  if (hasGroups) return null;
  return (
    <OverlayNote>{t("noGroups", { state: state === "closed" ? "closed" : "open" })}</OverlayNote>
  );
}
