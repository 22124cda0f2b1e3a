import { useTranslations } from "next-intl";
import { useNumber } from "@/app/_ui/use-number";
import { type DirectoryFilter, directoryFilters } from "@/lib/directory/directory-filter";

interface Props {
  counts: Record<DirectoryFilter, number>;
  current: DirectoryFilter;
  hrefOf(filter: DirectoryFilter): string;
}

/** Which conversations to list, each with how many there are; nothing when there is no choice. */
export function DirectoryFilters({ counts, current, hrefOf }: Props) {
  const t = useTranslations("home");
  const common = useTranslations("common");
  const number = useNumber();
  const offered = directoryFilters.filter((filter) => filter === current || counts[filter] > 0);
  // All of them, and one kind that is all there is.
  if (offered.length < 3 && current === "all") return null;
  return (
    <nav aria-label={t("filterLabel")} className="mt-6">
      <ul className="flex flex-wrap gap-2">
        {offered.map((filter) => (
          <li key={filter}>
            <a
              href={hrefOf(filter)}
              aria-current={filter === current ? "true" : undefined}
              className={`inline-flex min-h-11 items-center gap-2 rounded-control border px-3 ${
                filter === current
                  ? "border-accent bg-accent-soft font-semibold"
                  : "border-edge bg-card hover:border-ink"
              }`}
            >
              {filter === "open" || filter === "closed" ? common(filter) : t(`filter.${filter}`)}{" "}
              <span className="text-muted tabular-nums">{number(counts[filter])}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
