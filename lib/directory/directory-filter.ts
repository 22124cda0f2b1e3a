import type { ConversationState } from "../schemas/conversation";
import type { Outcome } from "./outcome";

/** In the order in which they are offered. */
export const directoryFilters = [
  "all",
  "open",
  "closed",
  "awaiting",
  "overdue",
  "answered",
  "acted-on",
] as const;
export type DirectoryFilter = (typeof directoryFilters)[number];

export interface Filterable {
  state: ConversationState;
  /** Null where there is none, or where the public may not see it. */
  outcome: Outcome | null;
}

/** `all` for whatever is no filter. */
export function parseDirectoryFilter(text: string): DirectoryFilter {
  return directoryFilters.find((filter) => filter === text) ?? "all";
}

export function isListedUnder({ state, outcome }: Filterable, filter: DirectoryFilter): boolean {
  switch (filter) {
    case "all":
      return true;
    case "open":
    case "closed":
      return state === filter;
    case "awaiting":
      return outcome !== null && isAwaiting(outcome);
    case "overdue":
      return outcome !== null && outcome.overdue > 0;
    case "answered":
      return outcome !== null && outcome.owed > 0 && outcome.answered === outcome.owed;
    case "acted-on":
      return outcome !== null && outcome.actedOn > 0;
  }
}

/** How many each filter would leave. */
export function countByFilter(entries: readonly Filterable[]): Record<DirectoryFilter, number> {
  const count = (filter: DirectoryFilter) =>
    entries.filter((entry) => isListedUnder(entry, filter)).length;
  return {
    all: entries.length,
    open: count("open"),
    closed: count("closed"),
    awaiting: count("awaiting"),
    overdue: count("overdue"),
    answered: count("answered"),
    "acted-on": count("acted-on"),
  };
}

/** Nobody waits for an answer that nobody promised. */
function isAwaiting({ promised, owed, answered, overdue }: Outcome): boolean {
  return promised && overdue === 0 && answered < owed;
}
