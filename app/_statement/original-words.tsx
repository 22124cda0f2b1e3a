import { useTranslations } from "next-intl";
import { originalText } from "@/lib/i18n/shown-text";
import type { ShownTranslation } from "@/lib/schemas/vote";

interface Props {
  statement: { text: string; language: string | null; translation?: ShownTranslation };
}

/** Says that a statement is a translation, and whose; its own words are one tap away. */
export function OriginalWords({ statement }: Props) {
  const t = useTranslations("translation");
  if (!statement.translation) return null;
  const { text, lang } = originalText(statement);
  return (
    <details className="text-muted text-sm">
      <summary className="disclosure">
        {t(statement.translation.origin === "machine" ? "byMachine" : "byPeople")}
      </summary>
      <p dir="auto" lang={lang} className="pb-2 text-base text-ink wrap-anywhere">
        {text}
      </p>
    </details>
  );
}
