import { getLocale, getTranslations } from "next-intl/server";
import { type DirectoryQuery, directoryHref } from "@/lib/directory/directory-query";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { Button } from "../_ui/button";

interface Props {
  query: DirectoryQuery;
  /** Whatever the filter. */
  found: number;
}

/** A plain GET form, and what it found. */
export async function SearchForm({ query, found }: Props) {
  const [t, locale, href] = await Promise.all([
    getTranslations("home"),
    getLocale(),
    getLocalizeHref(),
  ]);
  const { words, filter } = query;
  const isChosen = href("/") !== "/";
  return (
    <search>
      <form action="/" className="flex max-w-xl gap-2">
        {isChosen && <input type="hidden" name="lang" value={locale} />}
        {filter !== "all" && <input type="hidden" name="state" value={filter} />}
        <input
          type="search"
          name="q"
          defaultValue={words}
          maxLength={200}
          aria-label={t("searchLabel")}
          placeholder={t("searchLabel")}
          className="min-h-11 w-full min-w-0 rounded-control border border-edge bg-card px-3 placeholder:text-muted hover:border-ink"
        />
        <Button type="submit" className="shrink-0 whitespace-nowrap">
          {t("searchButton")}
        </Button>
      </form>
      {words !== "" && (
        <div className="mt-4 flex flex-wrap items-center gap-x-4">
          <p>{t("found", { count: found, query: words })}</p>
          {found === 0 && <p className="text-muted">{t("foundNothingHint")}</p>}
          <a
            href={href(directoryHref("/", query, { words: "" }))}
            className="link inline-flex min-h-11 items-center"
          >
            {t("clearSearch")}
          </a>
        </div>
      )}
    </search>
  );
}
