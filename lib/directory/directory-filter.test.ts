import { expect, test } from "vitest";
import { countByFilter, type Filterable, parseDirectoryFilter } from "./directory-filter";
import type { Outcome } from "./outcome";

const outcome = (changes: Partial<Outcome>): Outcome => ({
  common: 3,
  owed: 3,
  answered: 0,
  overdue: 0,
  actedOn: 0,
  promised: true,
  ...changes,
});
const closed = (changes: Partial<Outcome>): Filterable => ({
  state: "closed",
  outcome: outcome(changes),
});
const nothing = { all: 1, open: 0, closed: 1, awaiting: 0, overdue: 0, answered: 0, "acted-on": 0 };

test.each<[string, Filterable, object]>([
  ["open", { state: "open", outcome: null }, { open: 1, closed: 0 }],
  ["closed, not public", { state: "closed", outcome: null }, {}],
  ["promised, not due", closed({}), { awaiting: 1 }],
  ["some answers missing, not due", closed({ answered: 2 }), { awaiting: 1 }],
  ["due", closed({ answered: 2, overdue: 1 }), { overdue: 1 }],
  ["all answered", closed({ answered: 3 }), { answered: 1 }],
  ["one done", closed({ answered: 3, actedOn: 1 }), { answered: 1, "acted-on": 1 }],
  ["nothing promised", closed({ promised: false }), {}],
  ["answered without a promise", closed({ promised: false, answered: 3 }), { answered: 1 }],
  ["nothing shared", closed({ common: 0, owed: 0 }), {}],
  [
    "opened again before all was answered",
    { state: "open", outcome: outcome({ overdue: 1 }) },
    { open: 1, closed: 0, overdue: 1 },
  ],
])("%s", (_, entry, expected) => {
  expect(countByFilter([entry])).toEqual({ ...nothing, ...expected });
});

test.each(["", "drafts", "constructor", "Overdue"])("%j lists all", (text) => {
  expect(parseDirectoryFilter(text)).toBe("all");
});
