import type { ResultStatement } from "./result-statement";

interface Props {
  statement: ResultStatement | undefined;
  className?: string;
}

/** Somebody's words, in their own language and direction. */
export function StatementQuote({ statement, className }: Props) {
  if (!statement) return null;
  return (
    <p
      dir="auto"
      lang={statement.language ?? undefined}
      className={className ?? "text-lg leading-snug wrap-anywhere"}
    >
      {statement.text}
    </p>
  );
}
