"use client";

import { useTranslations } from "next-intl";
import { createContext, use } from "react";
import { type Selection, selectionHref } from "@/lib/results/selection";
import { SelectLink } from "./select-link";

/** The reader's choices, on pages that have a map to show a statement on; null elsewhere. */
export const MapSelection = createContext<Selection | null>(null);

/** Leads to the map coloured by who agreed with a statement; nothing on a page without that map. */
export function MapLink({ statement }: { statement: number }) {
  const selection = use(MapSelection);
  // The report has no texts in the browser either.
  return selection && <LinkToMap statement={statement} selection={selection} />;
}

function LinkToMap({ statement, selection }: { statement: number; selection: Selection }) {
  const t = useTranslations("results");
  return (
    <SelectLink
      href={selectionHref(selection, { statement, view: "map", layer: "people" }, "you")}
      className="link inline-flex min-h-11 items-center text-sm print:hidden"
    >
      {t("showStatementOnMap", { number: statement })}
    </SelectLink>
  );
}
