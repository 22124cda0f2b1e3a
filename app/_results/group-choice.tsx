import { useFormatter, useTranslations } from "next-intl";
import { GroupBadge } from "@/app/_map/group-badge";
import { groupLook } from "@/app/_map/group-look";
import type { ResultsView } from "@/lib/results/results-view";
import { type Selection, selectionHref } from "@/lib/results/selection";
import { describeSize } from "@/lib/results/size-text";
import { nameStability } from "@/lib/results/stability-band";
import { NoGroups } from "./no-groups";
import { SelectLink } from "./select-link";

interface Props {
  view: ResultsView;
  selection: Selection;
  /** Letter of the chosen group. */
  selected: string | null;
  isClosed: boolean;
}

/** The legend of the map; each group can be brought out. */
export function GroupChoice({ view, selection, selected, isClosed }: Props) {
  const t = useTranslations("results");
  if (view.groups.length === 0) return <NoGroups structure={view.structure} isClosed={isClosed} />;
  return (
    <>
      <nav
        id="group-choice"
        tabIndex={-1}
        aria-label={t("chooseGroup")}
        className="mt-4 flex flex-wrap gap-2"
      >
        {view.groups.map(({ letter, size }) => {
          const isCurrent = selected === letter;
          const look = groupLook(letter);
          return (
            <SelectLink
              key={letter}
              href={selectionHref(selection, { group: isCurrent ? null : letter })}
              aria-current={isCurrent ? "true" : undefined}
              className={`inline-flex min-h-11 items-center gap-2 rounded-control border py-1 ps-2 pe-4 ${look.border} ${
                isCurrent ? look.softBackground : "bg-card hover:bg-accent-soft"
              }`}
            >
              <GroupBadge letter={letter} className="size-8 shrink-0" />
              <span>
                <span className="font-semibold">{t("group", { letter })}</span>{" "}
                <span className="text-sm">{describeSize(size, { results: t })}</span>
              </span>
            </SelectLink>
          );
        })}
        {selected && (
          <SelectLink
            href={selectionHref(selection, { group: null })}
            focusNext="group-choice"
            className="link inline-flex min-h-11 items-center px-3"
          >
            {t("allGroups")}
          </SelectLink>
        )}
      </nav>
      <UnstableNote view={view} />
    </>
  );
}

/** What nobody should quote without knowing. */
function UnstableNote({ view }: { view: ResultsView }) {
  const t = useTranslations("results");
  const format = useFormatter();
  const letters = view.groups
    .filter(({ stability }) => stability !== null && nameStability(stability) === "unstable")
    .map(({ letter }) => letter);
  if (letters.length === 0) return null;
  return (
    <p className="mt-3 max-w-prose" suppressHydrationWarning>
      {t("unstableNote", { count: letters.length, list: format.list(letters) })}
    </p>
  );
}
