"use client";

import { useTranslations } from "next-intl";
import { TextField } from "@/app/_ui/field";
import { useNumber } from "@/app/_ui/use-number";
import { type Filter, filters } from "./filter-statements";

interface Props {
  filter: Filter;
  counts: Record<Filter, number>;
  search: string;
  onFilter(filter: Filter): void;
  onSearch(search: string): void;
}

export function FilterBar({ filter, counts, search, onFilter, onSearch }: Props) {
  const t = useTranslations("manage.statements");
  const number = useNumber();
  return (
    <div className="grid gap-4 md:grid-cols-[1fr_18rem] md:items-end">
      <fieldset className="grid gap-1.5">
        <legend className="mb-1.5 font-medium">{t("filter")}</legend>
        <div className="flex flex-wrap gap-2">
          {filters.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={filter === name}
              onClick={() => onFilter(name)}
              className="inline-flex min-h-11 items-center gap-2 rounded-full border border-edge bg-card px-4 hover:border-ink aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:text-on-accent"
            >
              {t(name)}
              <span className="text-sm tabular-nums">{number(counts[name])}</span>
            </button>
          ))}
        </div>
      </fieldset>
      <TextField
        label={t("search")}
        type="search"
        value={search}
        onChange={(event) => onSearch(event.target.value)}
      />
    </div>
  );
}
