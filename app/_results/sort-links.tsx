import { useTranslations } from "next-intl";
import { type Selection, selectionHref } from "@/lib/results/selection";
import { statementSorts } from "@/lib/results/sort-statements";
import { SelectLink } from "./select-link";

/** The order of the list; `divide` needs groups. */
export function SortLinks({ selection, hasGroups }: { selection: Selection; hasGroups: boolean }) {
  const t = useTranslations("results");
  const sorts = statementSorts.filter((sort) => sort !== "divide" || hasGroups);
  return (
    <nav aria-labelledby="sort-by" className="mb-4 flex flex-wrap items-center gap-x-1 gap-y-1">
      <span id="sort-by" className="me-2 text-muted text-sm">
        {t("sortBy")}
      </span>
      {sorts.map((sort) => {
        const isCurrent = selection.sort === sort;
        return (
          <SelectLink
            key={sort}
            href={selectionHref(selection, { sort }, "statements")}
            aria-current={isCurrent ? "true" : undefined}
            className={`inline-flex min-h-11 items-center rounded-control px-3 text-sm ${
              isCurrent ? "bg-accent-soft font-semibold" : "link"
            }`}
          >
            {t(`sort.${sort}`)}
          </SelectLink>
        );
      })}
    </nav>
  );
}
