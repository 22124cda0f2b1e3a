import { useTranslations } from "next-intl";
import { Button } from "../_ui/button";

interface Props {
  query: string;
  /** The language in the address, which a form would lose. */
  lang: string | null;
}

/** Looks among own votes; a plain form, so that it needs no script. */
export function VoteSearch({ query, lang }: Props) {
  const t = useTranslations("mine");
  return (
    <search>
      <form className="flex flex-wrap gap-2">
        {lang && <input type="hidden" name="lang" value={lang} />}
        <input
          type="search"
          name="q"
          defaultValue={query}
          aria-label={t("search")}
          placeholder={t("search")}
          maxLength={200}
          className="min-h-11 min-w-0 flex-1 rounded-control border border-edge bg-card px-3 py-2 placeholder:text-muted hover:border-ink"
        />
        <Button type="submit">{t("searchSubmit")}</Button>
      </form>
    </search>
  );
}
