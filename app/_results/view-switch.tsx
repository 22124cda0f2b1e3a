import Link from "next/link";
import { useTranslations } from "next-intl";
import { type Selection, selectionHref } from "@/lib/results/selection";

const views = [
  { view: "map", label: "viewMap" },
  { view: "table", label: "viewTable" },
] as const;

/** Map or table: the same results for eyes and for ears. */
export function ViewSwitch({ selection }: { selection: Selection }) {
  const t = useTranslations("results");
  return (
    <nav aria-label={t("view")} className="inline-flex rounded-control border border-edge bg-card">
      {views.map(({ view, label }) => {
        const isCurrent = selection.view === view;
        return (
          <Link
            key={view}
            href={selectionHref(selection, { view })}
            scroll={false}
            prefetch={false}
            aria-current={isCurrent ? "true" : undefined}
            className={`inline-flex min-h-11 items-center px-5 font-medium first:rounded-s-control last:rounded-e-control ${
              isCurrent ? "bg-accent text-on-accent" : "hover:bg-accent-soft"
            }`}
          >
            {t(label)}
          </Link>
        );
      })}
    </nav>
  );
}
