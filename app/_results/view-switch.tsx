import { useTranslations } from "next-intl";
import { type Selection, selectionHref } from "@/lib/results/selection";
import { ChoiceSwitch } from "./choice-switch";

const views = [
  { view: "map", label: "viewMap" },
  { view: "table", label: "viewTable" },
] as const;
const layers = [
  { layer: "people", label: "layerPeople" },
  { layer: "statements", label: "layerStatements" },
] as const;

/** Map or table: the same results for eyes and for ears. */
export function ViewSwitch({ selection }: { selection: Selection }) {
  const t = useTranslations("results");
  return (
    <ChoiceSwitch
      label={t("view")}
      choices={views.map(({ view, label }) => ({
        name: t(label),
        href: selectionHref(selection, { view }),
        isCurrent: selection.view === view,
      }))}
    />
  );
}

/** Whose places it shows: people's or statements'. */
export function LayerSwitch({ selection }: { selection: Selection }) {
  const t = useTranslations("map");
  return (
    <ChoiceSwitch
      label={t("layer")}
      choices={layers.map(({ layer, label }) => ({
        name: t(label),
        href: selectionHref(selection, { layer }),
        isCurrent: selection.layer === layer,
      }))}
    />
  );
}
