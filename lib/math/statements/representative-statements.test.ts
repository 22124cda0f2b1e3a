import { expect, test } from "vitest";
import type { StatementStats } from "../../schemas/analysis";
import { selectRepresentativeStatements } from "./representative-statements";

const rule = { z90: 1.2816, z95: 1.96, representativePerGroup: 5 };

/** Statistics that pass no bar, but for what is given. */
function stats(given: Partial<StatementStats>): StatementStats {
  return {
    ...{ agrees: 1, disagrees: 1, votes: 2, pa: 0.5, pd: 0.5, pat: 0, pdt: 0 },
    ...{ ra: 1, rd: 1, rat: 0, rdt: 0 },
    ...given,
  };
}
const clearAgree = (strength: number) =>
  stats({ pa: 0.9, pat: 2, ra: 2, rat: strength, agrees: 9, disagrees: 0, votes: 9 });
const clearDisagree = (strength: number) =>
  stats({ pd: 0.9, pdt: 2, rd: 2, rdt: strength, agrees: 0, disagrees: 9, votes: 9 });

function select(...statements: StatementStats[]) {
  const ids = [...statements.keys()];
  return selectRepresentativeStatements({ ids, stats: statements }, rule).map((item) => [
    item.statement,
    item.value,
    item.best,
  ]);
}

test("the best agreement leads, the others follow by strength, disagreements last", () => {
  expect(
    select(clearAgree(2), clearDisagree(9), clearAgree(5), clearDisagree(3), clearAgree(3)),
  ).toEqual([
    [2, 1, true],
    [4, 1, false],
    [0, 1, false],
    [1, -1, false],
    [3, -1, false],
  ]);
});

test("five are taken before they are put in order, so the weakest are lost", () => {
  const many = [2, 3, 4, 5, 6, 7].map(clearAgree);
  expect(select(...many, clearDisagree(6.5))).toEqual([
    [5, 1, true],
    [4, 1, false],
    [3, 1, false],
    [2, 1, false],
    [6, -1, false],
  ]);
});

test("with nothing clear, the best agreement alone, or else what differs most", () => {
  const leaning = stats({ pa: 0.6, ra: 1.5, rat: 0.5, pat: 0.3 });
  expect(select(stats({ rdt: 1 }), leaning, stats({ rat: 0.9 }))).toEqual([[1, 1, true]]);
  expect(select(stats({ rat: 0.4 }), stats({ rdt: 1 }), stats({ rat: 1 }))).toEqual([
    [1, -1, false],
  ]);
  expect(select()).toEqual([]);
});

test("a statement nobody took a side on is no best agreement", () => {
  const unseen = stats({ agrees: 0, disagrees: 0, votes: 0, pa: 0.5, pat: 1, ra: 3, rat: 3 });
  const passed = stats({ agrees: 0, disagrees: 0, votes: 9, pa: 0.9, pat: 2, ra: 2, rat: 1 });
  expect(select(unseen, passed)).toEqual([[0, 1, false]]);
});

test("the best agreement shows the side that differs more, though that be disagreement", () => {
  const both = stats({ pa: 0.8, pat: 2, ra: 1.2, rat: 1.5, pd: 0.2, rd: 3, rdt: 1.6, pdt: -2 });
  expect(select(clearAgree(0.1), both)).toEqual([[1, -1, true]]);
});
