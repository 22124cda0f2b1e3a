import { join } from "node:path";
import { noStability } from "@/lib/math/certainty/stability";
import { testStructure } from "@/lib/math/certainty/structure";
import { createEngine } from "@/lib/math/engine";
import { computeAdjustedRandIndex } from "@/lib/math/groups/adjusted-rand-index";
import { plenumParameters } from "@/lib/math/plenum/plenum-parameters";
import { createRandom } from "@/lib/math/random";
import {
  type SimulatedOpinions,
  type Style,
  simulateOpinions,
} from "@/lib/math/testing/simulated-opinions";
import { packVotes } from "@/lib/math/votes/packed-votes";
import { flagStatements } from "@/lib/math/votes/statement-flags";
import { createVoteMatrix, type VoteMatrix } from "@/lib/math/votes/vote-matrix";
import { loadPolisExport } from "@/server/import/polis/load-export";
import { referenceConversations, referenceDir } from "@/server/testing/reference";

/** Fewer for a quick look. */
const CONVERSATIONS = Number(process.env.PLENUM_BENCH_CONVERSATIONS ?? 200);

type Margins = Pick<SimulatedOpinions, "agreeShares" | "passShares" | "seenShares">;
type Simulated = Omit<SimulatedOpinions, "seed" | keyof Margins> & Margins;

const calm = { style: "none", difference: 0, direction: "mixed" } as const;
const sizes = [
  { participants: 30, statements: 30 },
  { participants: 100, statements: 40 },
  { participants: 400, statements: 80 },
  { participants: 2_000, statements: 150 },
];

/** Large conversations of which everybody saw little: some hundred votes a statement or fewer. */
const sparseSizes = [
  { participants: 1_000, statements: 200, seenShare: 0.1 },
  { participants: 2_000, statements: 300, seenShare: 0.07 },
];

/**
 * MATH.md B5: how often votes without groups pass for votes with groups, how often planted groups are
 * seen, and what the real conversations come to. Shares are of 200 conversations; `adjustedRandIndex`
 * is that of the groups found with those planted, whether or not they were clear.
 */
export async function run(print: (line: object) => void): Promise<void> {
  const real = await loadReal();
  for (const conversation of real) print(describeReal(conversation));
  const draw = marginSource(real.map(({ votes }) => votes));
  const styles: Style[] = ["none", "logit", "replacing", "contrary", "shifted", "some"];
  for (const style of styles) {
    const condition = style === "none" ? "independent votes" : "agreeable and pass-prone";
    print({
      bench: "structure",
      condition,
      style,
      margins: real.length > 0 ? "observed" : "made up",
      ...countClear((seed) => {
        const size = sizes[seed % sizes.length]!;
        return { ...calm, style, ...draw(size.statements, seed), participants: size.participants };
      }),
    });
  }
  print({
    bench: "structure",
    condition: "one-dimensional continuum",
    ...countClear((seed) => ({ ...calm, ...draw(40, seed), participants: 100, isContinuum: true })),
  });
  for (const size of sparseSizes) {
    for (const style of ["none", "logit", "replacing"] as const) {
      printSparse(print, size, { style, difference: 0 });
    }
    printSparse(print, size, { style: "none", difference: 0.4 });
  }
  for (const direction of ["one", "mixed"] as const) {
    for (const difference of [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]) {
      printPower(print, { direction, difference, passShare: 0, margins: "wide" });
    }
    printPower(print, { direction, difference: 0.4, passShare: 0.15, margins: "wide" });
    printPower(print, { direction, difference: 0.4, passShare: 0, margins: "middle" });
    printPower(print, { direction, difference: 0.4, passShare: 0, margins: "observed" }, draw);
  }
}

/** Two groups, or none, with agree shares between 5% and 95% and 15% of passes. */
function printSparse(
  print: (line: object) => void,
  { participants, statements, seenShare }: (typeof sparseSizes)[number],
  differing: Pick<Simulated, "style" | "difference">,
): void {
  const counts = countClear((seed) => {
    const random = createRandom(seed + 5_000);
    const agreeShares = Array.from({ length: statements }, () => 0.05 + 0.9 * random());
    const passShares = agreeShares.map(() => 0.15);
    const seenShares = agreeShares.map(() => seenShare);
    return { ...calm, ...differing, participants, agreeShares, passShares, seenShares };
  });
  const condition = differing.difference > 0 ? "sparse, two groups" : "sparse, no groups";
  print({
    bench: "structure",
    condition,
    participants,
    statements,
    seenShare,
    ...differing,
    ...counts,
  });
}

interface Planted {
  direction: "one" | "mixed";
  difference: number;
  passShare: number;
  /** Agree shares between 5% and 95%, between 30% and 70%, or those of real statements. */
  margins: "wide" | "middle" | "observed";
}

function printPower(
  print: (line: object) => void,
  planted: Planted,
  draw?: (statements: number, seed: number) => Margins,
): void {
  const { direction, difference, passShare, margins } = planted;
  const counts = countClear((seed) => {
    const random = createRandom(seed + 5_000);
    const share = () => (margins === "wide" ? 0.05 + 0.9 * random() : 0.3 + 0.4 * random());
    const made = Array.from({ length: 40 }, share);
    return {
      ...calm,
      direction,
      difference,
      participants: 100,
      agreeShares: draw?.(40, seed).agreeShares ?? made,
      passShares: made.map(() => passShare),
      seenShares: made.map(() => 0.6),
    };
  });
  print({ bench: "structure", condition: "two groups", ...planted, ...counts });
}

function countClear(simulate: (seed: number) => Simulated) {
  let clear = 0;
  let index = 0;
  let testing = 0;
  for (let seed = 1; seed <= CONVERSATIONS; seed++) {
    const input = simulate(seed);
    const { votes, camps } = simulateOpinions({ ...input, seed });
    const packed = packVotes(votes);
    const before = process.cpuUsage().user;
    const result = testStructure(packed, new Uint8Array(votes.statements.length), plenumParameters);
    testing += process.cpuUsage().user - before;
    if (result.clear) clear += 1;
    if (input.difference > 0) index += recover(votes, camps);
  }
  return {
    conversations: CONVERSATIONS,
    clearShare: clear / CONVERSATIONS,
    ...(index !== 0 ? { adjustedRandIndex: round(index / CONVERSATIONS, 3) } : {}),
    testMs: round(testing / 1_000 / CONVERSATIONS, 1),
  };
}

/** Adjusted Rand index of the groups found, taken as clear, with the camps. */
function recover(votes: VoteMatrix, camps: readonly number[]): number {
  const structure = { clear: true, pValue: null, method: "given" };
  const { rows } = createEngine(packVotes(votes)).analyze({
    statements: [],
    carried: { structure, stability: noStability, letters: {} },
  });
  const clustered = [...votes.participants.keys()].filter((row) => rows.groupIds[row] !== -1);
  return computeAdjustedRandIndex(
    clustered.map((row) => rows.groupIds[row]!),
    clustered.map((row) => camps[votes.participants[row]!]!),
  );
}

interface Real {
  name: string;
  votes: VoteMatrix;
  isModeratedOut: Uint8Array;
}

async function loadReal(): Promise<Real[]> {
  const dir = referenceDir();
  if (dir === null) return [];
  return Promise.all(
    referenceConversations.map(async (name) => {
      const loaded = await loadPolisExport(join(dir, "data/polis", name));
      const votes = createVoteMatrix(loaded.votes);
      const { isModeratedOut } = flagStatements(votes.statements, loaded.statements);
      return { name, votes, isModeratedOut };
    }),
  );
}

function describeReal({ name, votes, isModeratedOut }: Real) {
  const before = process.cpuUsage().user;
  const { clear, pValue } = testStructure(packVotes(votes), isModeratedOut, plenumParameters);
  return {
    bench: "structure",
    condition: "real conversation",
    conversation: name,
    participants: votes.participants.length,
    statements: votes.statements.length,
    clear,
    pValue,
    testMs: round((process.cpuUsage().user - before) / 1_000, 1),
  };
}

/** Draws statements, with their margins, from real conversations; made-up ones where there are none. */
function marginSource(real: readonly VoteMatrix[]): (statements: number, seed: number) => Margins {
  const pool = real.map(observeMargins);
  return (statements, seed) => {
    const random = createRandom(seed + 9_000);
    const from = pool[seed % Math.max(pool.length, 1)] ?? [];
    const drawn = Array.from({ length: statements }, () => {
      const made = [0.05 + 0.9 * random(), 0.3 * random(), 0.2 + 0.8 * random()] as const;
      return from[Math.floor(random() * from.length)] ?? made;
    });
    return {
      agreeShares: drawn.map(([agree]) => agree),
      passShares: drawn.map(([, pass]) => pass),
      seenShares: drawn.map(([, , seen]) => seen),
    };
  };
}

/** Of each statement with ten votes or more: shares of agreeing, passing, and having voted. */
function observeMargins({ participants, statements, columns, values }: VoteMatrix) {
  const counts = Array.from(statements, () => ({ agree: 0, pass: 0, votes: 0 }));
  for (const [cell, column] of columns.entries()) {
    const count = counts[column]!;
    count.votes += 1;
    if (values[cell] === 1) count.agree += 1;
    if (values[cell] === 0) count.pass += 1;
  }
  return counts
    .filter(({ votes, pass }) => votes >= 10 && votes > pass)
    .map(
      ({ agree, pass, votes }) =>
        [agree / (votes - pass), pass / votes, votes / participants.length] as const,
    );
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
