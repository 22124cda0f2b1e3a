import type { ReactNode } from "react";
import { StatementRow, type StatementRowProps } from "./statement-row";
import { useRested } from "./use-rested";

/** Six rows are what a slow phone can change in a frame in which a map moves. */
const rowsATurn = 6;
const turnMs = 80;
/** Turns of the lists above the table. */
const turnsBefore = 5;

/** Follows a value in its turn: no frame has to take in all that a new analysis changes. */
export function InTurn<Value>({
  turn,
  value,
  children,
}: {
  turn: number;
  value: Value;
  children: (value: Value) => ReactNode;
}) {
  return children(useRested(value, turn * turnMs));
}

/** A row that follows its figures when those above it have. */
export function RowInTurn({ result, ...rest }: StatementRowProps) {
  const turn = turnsBefore + Math.floor(rest.place / rowsATurn);
  return <StatementRow result={useRested(result, turn * turnMs)} {...rest} />;
}
