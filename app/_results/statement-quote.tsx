import { shownText } from "@/lib/i18n/shown-text";
import { OriginalWords } from "../_statement/original-words";
import type { ResultStatement } from "./result-statement";

interface Props {
  statement: ResultStatement | undefined;
  className?: string;
  /** Where there is no room for it, the original of a translation stands elsewhere on the page. */
  isBrief?: boolean;
}

/** Somebody's words, in the reader's language where they were translated, else in their own. */
export function StatementQuote({ statement, className, isBrief = false }: Props) {
  if (!statement) return null;
  const { text, lang } = shownText(statement);
  return (
    <>
      <p dir="auto" lang={lang} className={className ?? "text-lg leading-snug wrap-anywhere"}>
        {text}
      </p>
      {!isBrief && <OriginalWords statement={statement} />}
    </>
  );
}
