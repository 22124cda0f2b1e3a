import type { PublicAnswer } from "./answer";

export interface OwedStatement {
  statementId: number;
  origin: PublicAnswer["origin"];
}

/**
 * The statements that an official answers: pinned ones first, then what everyone shares, then those that
 * were answered once, in the order given; each once, and those both pinned and shared as shared.
 */
export function listOwed(from: {
  common: readonly number[];
  pinned: readonly number[];
  answered: readonly number[];
}): OwedStatement[] {
  const { common, pinned, answered } = from;
  const shared = new Set(common);
  const chosen = new Set(pinned);
  const originOf = (id: number) =>
    shared.has(id) ? "common" : chosen.has(id) ? "pinned" : "answered";
  return [...new Set([...pinned, ...common, ...answered])].map((statementId) => ({
    statementId,
    origin: originOf(statementId),
  }));
}
