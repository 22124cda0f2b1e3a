import { useTranslations } from "next-intl";
import { memo, type ReactNode } from "react";
import { type EmbedPart, showsPart } from "@/lib/embed/embed-options";
import type { ResultsView } from "@/lib/results/results-view";
import { type Selection, selectionHref } from "@/lib/results/selection";
import { sortStatements } from "@/lib/results/sort-statements";
import { CertaintyText } from "./certainty-text";
import { DividingList } from "./dividing-list";
import { GroupPanels } from "./group-panels";
import { InTurn, RowInTurn } from "./in-turn";
import { MapSelection } from "./map-link";
import type { ResultStatements } from "./result-statement";
import { Section } from "./section";
import { SelectLink } from "./select-link";
import { SharedList } from "./shared-list";
import { SortLinks } from "./sort-links";
import { StatementTable } from "./statement-table";
import { UncertainList } from "./uncertain-list";

/** A long conversation's list is shown whole only when asked for. */
const longestTable = 100;

interface Props {
  view: ResultsView;
  statements: ResultStatements;
  selection: Selection;
  answers: ReactNode;
  /** What a frame shows of it; null: all. */
  parts: readonly EmbedPart[] | null;
}

/** The results in words, then every statement. */
export const ResultsBody = memo(function ResultsBody(props: Props) {
  const { view, statements, selection, parts } = props;
  return (
    <MapSelection value={selection}>
      {showsPart({ parts }, "words") && <InWords {...props} />}
      {showsPart({ parts }, "statements") && (
        <AllStatements view={view} statements={statements} selection={selection} />
      )}
    </MapSelection>
  );
});

function InWords({ view, statements, selection, answers }: Props) {
  const t = useTranslations("results");
  const hasGroups = view.groups.length > 0;
  return (
    <>
      <Section
        id="shared"
        title={t("sharedTitle")}
        lead={t(hasGroups ? "sharedLead" : "sharedLeadAlone")}
      >
        <InTurn turn={0} value={view}>
          {(taken) => <SharedList view={taken} statements={statements} />}
        </InTurn>
      </Section>
      {answers}
      {hasGroups && (
        <Section id="groups" title={t("groupsTitle")} lead={t("groupsLead")}>
          <InTurn turn={1} value={view}>
            {(taken) => (
              <GroupPanels view={taken} statements={statements} selected={selection.group} />
            )}
          </InTurn>
        </Section>
      )}
      {view.groups.length > 1 && (
        <Section id="dividing" title={t("dividingTitle")} lead={t("dividingLead")}>
          <InTurn turn={2} value={view}>
            {(taken) => <DividingList view={taken} statements={statements} />}
          </InTurn>
        </Section>
      )}
      <Section id="uncertain" title={t("uncertainTitle")} lead={t("uncertainLead")}>
        <InTurn turn={3} value={view}>
          {(taken) => <UncertainList view={taken} statements={statements} />}
        </InTurn>
      </Section>
      <Section id="certainty" title={t("certaintyTitle")}>
        <InTurn turn={4} value={view}>
          {(taken) => <CertaintyText view={taken} />}
        </InTurn>
      </Section>
    </>
  );
}

function AllStatements({ view, statements, selection }: Omit<Props, "answers" | "parts">) {
  const t = useTranslations("results");
  const sorted = sortStatements(view.statements, selection.sort);
  const isCut = !selection.isWhole && sorted.length > longestTable;
  return (
    <Section
      id="statements"
      title={t("statementsTitle")}
      lead={t(view.groups.length > 0 ? "statementsLead" : "statementsLeadAlone")}
    >
      <SortLinks selection={selection} hasGroups={view.groups.length > 1} />
      <StatementTable
        results={isCut ? sorted.slice(0, longestTable) : sorted}
        statements={statements}
        letters={view.groups.map(({ letter }) => letter)}
        selected={selection.statement}
        row={RowInTurn}
        hrefOf={(statement) => selectionHref(selection, { statement }, "chosen")}
      />
      {isCut && (
        <SelectLink
          href={selectionHref(selection, { isWhole: true })}
          className="link inline-flex min-h-11 items-center"
        >
          {t("showAll", { count: sorted.length })}
        </SelectLink>
      )}
    </Section>
  );
}
