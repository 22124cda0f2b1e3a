import { useTranslations } from "next-intl";
import type { ResultsView } from "@/lib/results/results-view";
import { type Selection, selectionHref } from "@/lib/results/selection";
import { CrowdRows } from "./crowd-rows";
import type { ResultStatements } from "./result-statement";
import { SelectLink } from "./select-link";
import { StatementQuote } from "./statement-quote";

interface Props {
  view: ResultsView;
  statements: ResultStatements;
  selection: Selection;
}

/** The statement of `?statement=`, so that a link can lead to it. */
export function ChosenStatement({ view, statements, selection }: Props) {
  const t = useTranslations("results");
  const number = selection.statement ?? 0;
  const result = view.statements.find(({ statement }) => statement === number);
  return (
    <section
      id="chosen"
      tabIndex={-1}
      aria-label={t("selected")}
      className="mt-5 scroll-mt-4 rounded-card border-2 border-accent bg-card p-5 sm:p-6"
    >
      <div className="flex items-center justify-between gap-4">
        <h2 className="text-base text-muted">{t("statementNumber", { number })}</h2>
        <SelectLink
          href={selectionHref(selection, { statement: null })}
          focusNext="you"
          className="link inline-flex min-h-11 items-center"
        >
          {t("clear")}
        </SelectLink>
      </div>
      {result ? (
        <>
          <StatementQuote statement={statements[number]} className="statement-text" />
          <div className="mt-5">
            <CrowdRows result={result} />
          </div>
          {(selection.view === "table" || selection.layer === "statements") && (
            <SelectLink
              href={selectionHref(selection, { view: "map", layer: "people" }, "you")}
              className="link mt-2 inline-flex min-h-11 items-center"
            >
              {t("showOnMap")}
            </SelectLink>
          )}
        </>
      ) : (
        <p>{t("unknownStatement", { number })}</p>
      )}
    </section>
  );
}
