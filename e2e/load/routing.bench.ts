import { plenumParameters } from "@/lib/math/plenum/plenum-parameters";
import { computeRoutingWeights, type RoutedStatement } from "@/lib/math/statements/routing-weights";
import {
  type Outcome,
  type RoutingScenario,
  simulateRouting,
  type Weigh,
} from "./simulate-routing";

const PARTICIPANTS = 1_000;
const STATEMENTS = 200;

interface Scenario extends RoutingScenario {
  isLate(statement: number): boolean;
  seeds: number;
}

const scenarios: Record<string, Scenario> = {
  "one at the half": comeAtTheHalf({ late: 1, votesPerAnalysis: 250, seeds: 12 }),
  "one at the half, few analyses": comeAtTheHalf({ late: 1, votesPerAnalysis: 2_500, seeds: 12 }),
  "twenty at the half": comeAtTheHalf({ late: 20, votesPerAnalysis: 250, seeds: 3 }),
  "one every five participants": {
    participants: PARTICIPANTS,
    statements: STATEMENTS,
    writtenAt: (statement) => (statement < 20 ? 0 : 5 * (statement - 20)),
    votesPerAnalysis: 250,
    isLate: (statement) => statement >= 20 && statement < 120, // half of the people are yet to come
    seeds: 3,
  },
};

/** How statements are drawn; `polis`: new ones weigh 1, `unseen`: like those with an extremity of 0. */
const routings: Record<string, Weigh> = {
  uniform: each(() => 1),
  polis: each(({ priority }) => priority ?? 1),
  unseen: each(({ priority }) => priority ?? 2.25 * 2.25),
  plenum: (statements) => computeRoutingWeights(statements, plenumParameters),
};

/**
 * Votes until the agreement share of a late statement is known to 10 points either way, by how
 * statements are drawn: those cast in the conversation since it was written, and its own.
 * Null: not at the end.
 */
export async function run(print: (line: object) => void): Promise<void> {
  for (const [scenario, { isLate, seeds, ...rest }] of Object.entries(scenarios)) {
    for (const [routing, weigh] of Object.entries(routings)) {
      const outcomes = Array.from({ length: seeds }, (_, seed) =>
        simulateRouting(rest, weigh, seed + 1).filter((_, statement) => isLate(statement)),
      ).flat();
      print({ bench: "routing", scenario, routing, conversations: seeds, ...summarise(outcomes) });
    }
  }
}

function comeAtTheHalf(size: { late: number; votesPerAnalysis: number; seeds: number }): Scenario {
  const isLate = (statement: number) => statement >= STATEMENTS;
  return {
    participants: PARTICIPANTS,
    statements: STATEMENTS + size.late,
    writtenAt: (statement) => (isLate(statement) ? PARTICIPANTS / 2 : 0),
    votesPerAnalysis: size.votesPerAnalysis,
    isLate,
    seeds: size.seeds,
  };
}

function each(weigh: (statement: RoutedStatement) => number): Weigh {
  return (statements) => Float64Array.from(statements, weigh);
}

function summarise(outcomes: Outcome[]) {
  const never = Number.POSITIVE_INFINITY;
  const untilKnown = outcomes.map((outcome) => outcome.untilKnown ?? never);
  const known = outcomes.filter((outcome) => outcome.untilKnown !== null);
  return {
    lateStatements: outcomes.length,
    known: known.length,
    votesUntilFirst: quantile(
      outcomes.map((outcome) => outcome.untilFirstVote ?? never),
      0.5,
    ),
    votesUntilKnown: quantile(untilKnown, 0.5),
    votesUntilKnownP90: quantile(untilKnown, 0.9),
    ownVotesUntilKnown: quantile(
      known.map(({ votes }) => votes),
      0.5,
    ),
  };
}

function quantile(values: number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.floor((sorted.length - 1) * share)];
  return value === undefined || value === Number.POSITIVE_INFINITY ? null : value;
}
