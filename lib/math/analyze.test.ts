import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Analysis } from "../schemas/analysis";
import { analyze } from "./analyze";
import { type PreviousAnalysis, readRows, toPreviousAnalysis } from "./frame/previous-analysis";
import { createRandom, shuffle } from "./random";
import { acceptedStatements, anyRows, matrixOf, randomRows } from "./testing/matrices";

type Rows = Parameters<typeof matrixOf>[0];

function analyzeRows(rows: Rows, groups?: ReadonlyMap<number, number>) {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return analyze({
    votes: matrixOf(rows),
    statements: acceptedStatements(width),
    profile: "polis",
    groups,
  });
}
const repeat = (count: number, row: Rows[number]): Rows => Array.from({ length: count }, () => row);

describe("small and empty conversations", () => {
  test("any votes make a whole analysis of finite numbers", () => {
    fc.assert(
      fc.property(anyRows(), (rows) => {
        const analysis = analyzeRows(rows);
        expect(Analysis.parse(analysis)).toEqual(analysis); // zod refuses NaN and Infinity
        expect(analysis.k).toBe(analysis.groups.length);
        expect(Object.keys(analysis.membership)).toHaveLength(analysis.clustered);
        expect(analysis.groups.reduce((sum, { size }) => sum + size, 0)).toBe(analysis.clustered);
        expect(Object.keys(analysis.positions)).toHaveLength(analysis.participants);
        expect(new Set(Object.values(analysis.frame.letters)).size).toBe(analysis.k);
      }),
      { numRuns: 100 },
    );
  });

  test("no votes: nothing, but everything is there", () => {
    const analysis = analyze({
      votes: matrixOf([]),
      statements: acceptedStatements(3),
      profile: "polis",
    });
    expect(analysis).toMatchObject({
      participants: 0,
      statements: 3,
      statementsVoted: 0,
      votes: 0,
    });
    expect(analysis).toMatchObject({ clustered: 0, k: 0, groups: [], baseClusters: [] });
    expect(analysis).toMatchObject({ center: {}, silhouettes: {}, priorities: {}, divisive: [] });
    expect(analysis.components).toEqual([
      { loadings: {}, variance: 0, varianceRatio: 0 },
      { loadings: {}, variance: 0, varianceRatio: 0 },
    ]);
    expect(analysis.frame.k).toBe(0);
  });

  test("one participant is one group", () => {
    const analysis = analyzeRows([[1, -1, 0]]);
    expect(analysis.membership).toEqual({ "0": 0 });
    expect(analysis.groups).toMatchObject([{ id: 0, letter: "A", size: 1 }]);
  });

  test("one statement divides those who agree from those who do not", () => {
    const analysis = analyzeRows([...repeat(4, [1]), ...repeat(3, [-1])]);
    expect(analysis.groups.map(({ size }) => size)).toEqual([4, 3]);
    expect(analysis.components[1]?.varianceRatio).toBe(0);
  });

  test("everybody passes: everybody in the middle, one group", () => {
    const analysis = analyzeRows(repeat(20, [0, 0, 0, 0, 0, 0, 0, 0]));
    expect(new Set(Object.values(analysis.positions).flat())).toEqual(new Set([0]));
    expect(analysis.groups.map(({ size }) => size)).toEqual([20]);
    expect(analysis.consensus).toEqual({ agree: [], disagree: [] });
  });

  test("everybody the same: one group, and consensus all the same", () => {
    const analysis = analyzeRows(repeat(20, [1, 1, -1, 0]));
    expect(analysis.groups.map(({ size }) => size)).toEqual([20]);
    expect(analysis.consensus.agree.map(({ statement }) => statement)).toEqual([0, 1]);
    expect(analysis.consensus.disagree.map(({ statement }) => statement)).toEqual([2]);
    expect(analysis.divisive).toEqual([]);
  });

  test("two identical camps: two groups, whole", () => {
    const camp = [1, 1, -1, 1, 1, -1, 1, 1] as const;
    const other = [-1, 1, 1, -1, 1, 1, 1, 0] as const;
    const analysis = analyzeRows([...repeat(30, camp), ...repeat(12, other)]);
    expect(analysis.k).toBe(2);
    expect(analysis.groups.map(({ size }) => size)).toEqual([30, 12]);
    expect(analysis.silhouettes).toEqual({ "2": 0 }); // two base clusters, each alone in its group
    expect(analysis.divisive.map(({ statement }) => statement)).toEqual([0, 2, 3, 5, 7]);
    expect(new Set(analysis.divisive.map(({ difference }) => difference))).toEqual(new Set([1]));
  });

  test("somebody who only voted on rejected statements stands in the middle", () => {
    const rows = [...randomRows(3, 30, 9), [1, 1, ...Array<null>(7).fill(null)]] as Rows;
    const statements = acceptedStatements(9).map((statement) =>
      statement.id < 2 ? { ...statement, moderation: "rejected" as const } : statement,
    );
    const analysis = analyze({ votes: matrixOf(rows), statements, profile: "polis" });
    expect(analysis.moderatedOut).toEqual([0, 1]);
    expect(analysis.positions[30]).toEqual([0, 0]);
    expect(Object.keys(analysis.statementStats[0]!)).not.toContain("0");
    expect(analysis.consensus.agree.every(({ statement }) => statement > 1)).toBe(true);
  });
});

describe("what does not matter", () => {
  const rows = randomRows(21, 60, 14);
  const analysis = analyzeRows(rows);

  test("the order in which statements are listed", () => {
    const statements = shuffle(acceptedStatements(14), createRandom(1));
    const again = analyze({ votes: matrixOf(rows), statements, profile: "polis" });
    expect(JSON.stringify(again)).toBe(JSON.stringify(analysis));
  });

  test("the numbers of the participants: everybody keeps their place", () => {
    const order = shuffle([...rows.keys()], createRandom(2));
    const renamed = analyzeRows(order.map((row) => rows[row]!));
    order.forEach((row, participant) => {
      const [x, y] = renamed.positions[participant]!;
      expect(x).toBeCloseTo(analysis.positions[row]![0], 9);
      expect(y).toBeCloseTo(analysis.positions[row]![1], 9);
    });
  });

  test("which side is called agreement: the map turns round, the groups stay", () => {
    const opposite = analyzeRows(
      rows.map((row) => row.map((value) => (value === null ? null : ((0 - value) as 1 | 0 | -1)))),
    );
    expect(opposite.membership).toEqual(analysis.membership);
    expect(opposite.silhouettes).toEqual(analysis.silhouettes);
    expect(opposite.consensus.agree.map(({ statement }) => statement)).toEqual(
      analysis.consensus.disagree.map(({ statement }) => statement),
    );
  });

  test("the labels of given groups", () => {
    const given = (label: (group: number) => number) =>
      analyzeRows(rows, new Map([...rows.keys()].map((id) => [id, label(id % 3)])));
    const plain = given((group) => group);
    const renamed = given((group) => 40 - 10 * group);
    for (const group of [0, 1, 2]) {
      expect(renamed.statementStats[40 - 10 * group]).toEqual(plain.statementStats[group]);
    }
    const shares = ({ groupAwareConsensus }: Analysis) =>
      Object.values(groupAwareConsensus).map(({ product }) => product.toFixed(12));
    expect(shares(renamed)).toEqual(shares(plain));
    expect(renamed.divisive.map(({ statement }) => statement)).toEqual(
      plain.divisive.map(({ statement }) => statement),
    );
  });
});

describe("given groups", () => {
  const rows = randomRows(8, 30, 10);

  test("only those named are in them, people without a vote are not", () => {
    const groups = new Map([
      [0, 5],
      [1, 5],
      [7, 2],
      [999, 3],
    ]);
    const analysis = analyzeRows(rows, groups);
    expect(analysis.membership).toEqual({ "0": 5, "1": 5, "7": 2 });
    expect(analysis.groups.map(({ id, size, letter }) => [id, size, letter])).toEqual([
      [2, 1, "A"],
      [5, 2, "B"],
    ]);
    expect(analysis).toMatchObject({ k: 2, clustered: 3, frame: { k: 2 } });
    expect(analysis.baseClusters.every(({ group }) => group === null)).toBe(true);
  });

  test("none named: no groups", () => {
    const analysis = analyzeRows(rows, new Map());
    expect(analysis).toMatchObject({ k: 0, groups: [], clustered: 0, statementStats: {} });
    expect(analysis.consensus).toEqual(analyzeRows(rows).consensus);
  });
});

function keep(analysis: Analysis, previous?: PreviousAnalysis): PreviousAnalysis {
  return toPreviousAnalysis({ frame: analysis.frame, rows: readRows(analysis) }, previous);
}

describe("one analysis after another", () => {
  test("changes only the frame", () => {
    const rows = randomRows(31, 50, 12);
    const first = analyzeRows(rows.slice(0, 44));
    const input = {
      votes: matrixOf(rows),
      statements: acceptedStatements(12),
      profile: "polis",
    } as const;
    const cold = analyze(input);
    const warm = analyze(input, keep(first));
    expect(warm.positions).toEqual(cold.positions);
    expect(warm.components).toEqual(cold.components);
    expect(warm.baseClusters.map(({ members }) => members)).toEqual(
      cold.baseClusters.map(({ members }) => members),
    );
  });

  test("the same votes again keep the map and the letters where they are", () => {
    const rows = randomRows(31, 50, 12);
    const first = analyzeRows(rows);
    const previous = keep({
      ...first,
      frame: {
        ...first.frame,
        matrix: [
          [0, -1],
          [1, 0],
        ],
        letters: Object.fromEntries(first.groups.map(({ id }) => [id, `${id}`])),
      },
    });
    const again = analyze(
      { votes: matrixOf(rows), statements: acceptedStatements(12), profile: "polis" },
      previous,
    );
    expect(again.frame.letters).toEqual(previous.frame.letters);
    again.frame.matrix.flat().forEach((entry, index) => {
      expect(entry).toBeCloseTo(previous.frame.matrix.flat()[index]!, 12);
    });
    expect(again.frame.smoother.lastKCount).toBe(first.frame.smoother.lastKCount + 1);
  });

  test("another number of groups is shown only once it has won four times running", () => {
    const sides = [
      [1, 1, 1, 1, 1, 1, 1, 1],
      [-1, -1, -1, -1, -1, -1, -1, -1],
      [1, 1, 1, 1, -1, -1, -1, -1],
    ] as const;
    const three = randomRows(1, 75, 12).map((noise, id) => [...sides[id % 3]!, ...noise.slice(8)]);
    const two = three.map((row, id) => (id % 3 === 2 ? [] : row));
    const statements = acceptedStatements(12);
    const first = analyze({ votes: matrixOf(two), statements, profile: "polis" });
    let previous = keep(first);
    const shown = [first.k];
    for (let i = 0; i < 4; i++) {
      const next = analyze({ votes: matrixOf(three), statements, profile: "polis" }, previous);
      previous = keep(next, previous);
      shown.push(next.k);
    }
    expect(analyze({ votes: matrixOf(three), statements, profile: "polis" }).k).toBe(3);
    expect(shown).toEqual([2, 2, 2, 2, 3]);
  });
});
