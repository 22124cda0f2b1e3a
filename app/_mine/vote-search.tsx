import { useTranslations } from "next-intl";
import { Button } from "../_ui/button";

interface Props {
  query: string;
  /** What else the address says, such as the language, which a form would lose. */
  carried: Record<string, string>;
}

/** Looks among own votes; a plain form, so that it needs no script. */
export function VoteSearch({ query, carried }: Props) {
  const t = useTranslations("mine");
  return (
    <search>
      <form className="flex flex-wrap gap-2">
        {Object.entries(carried).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
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
