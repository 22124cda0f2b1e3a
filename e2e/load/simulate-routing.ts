import { computeExtremity } from "@/lib/math/components/extremity";
import { computeOpinionMap } from "@/lib/math/components/opinion-map";
import { plenumParameters } from "@/lib/math/plenum/plenum-parameters";
import { createRandom, type Random } from "@/lib/math/random";
import { computePriority } from "@/lib/math/statements/priorities";
import type { RoutedStatement } from "@/lib/math/statements/routing-weights";
import {
  createWeightedSampler,
  type WeightedSampler,
} from "@/lib/math/statements/weighted-sampler";
import { computeWilsonInterval } from "@/lib/math/statements/wilson-interval";
import { simulateVotes } from "@/lib/math/testing/simulated-votes";
import { selectClusteredRows } from "@/lib/math/votes/clustered-participants";
import { unpackVotes } from "@/lib/math/votes/packed-votes";
import { orderRows } from "@/lib/math/votes/row-order";
import { countVotes, countVotesByGroup } from "@/lib/math/votes/vote-counts";
import { createVoteStore, type VoteStore } from "@/lib/math/votes/vote-store";

const { z95, knownHalfWidth } = plenumParameters;
const VOTES_PER_PARTICIPANT = 50;
/** People who vote at the same time. */
const PRESENT = 20;
const GROUPS = 3;
/** Enough for weights; an analysis takes more. */
const POWER_ITERATIONS = 30;

/** Weights of the statements by what the newest analysis says of them. */
export type Weigh = (statements: readonly RoutedStatement[]) => Float64Array;

export interface RoutingScenario {
  participants: number;
  statements: number;
  /** How many participants have come when a statement is written; never falls. */
  writtenAt(statement: number): number;
  votesPerAnalysis: number;
}

/** What became of one statement. */
export interface Outcome {
  /** Votes in the whole conversation from when it was written to its own first vote. */
  untilFirstVote: number | null;
  /** The same until its agreement share was known to 10 points either way (95%, Wilson), if it was. */
  untilKnown: number | null;
  agrees: number;
  votes: number;
}

interface Person {
  id: number;
  group: number;
  left: number;
  /** Ascending. */
  voted: number[];
}

/**
 * Plays a conversation: people come one after the other and cast about 50 votes each, every one on
 * the statement that routing draws for them by the newest analysis.
 * @returns one outcome a statement
 */
export function simulateRouting(scenario: RoutingScenario, weigh: Weigh, seed: number): Outcome[] {
  const people = simulateVotes({
    participants: 1,
    statements: scenario.statements,
    votesPerParticipant: VOTES_PER_PARTICIPANT,
    groups: GROUPS,
    seed,
  });
  const random = createRandom(seed + 1);
  const store = createVoteStore();
  const outcomes: Outcome[] = [];
  const openedAt: number[] = [];
  const present: Person[] = [];
  let analysed: RoutedStatement[] = [];
  let sampler = createWeightedSampler(new Float64Array(0));
  let arrived = 0;

  for (let votes = 0; ; votes++) {
    while (present.length < PRESENT && arrived < scenario.participants) {
      const { group, columns } = people.drawParticipant();
      present.push({ id: arrived++, group, left: columns.length, voted: [] });
    }
    if (present.length === 0) return outcomes;
    const isAnalysed = votes % scenario.votesPerAnalysis === 0;
    if (isAnalysed) analysed = analyseStatements(store, scenario.statements);
    const known = outcomes.length;
    while (
      outcomes.length < scenario.statements &&
      scenario.writtenAt(outcomes.length) <= arrived
    ) {
      outcomes.push({ untilFirstVote: null, untilKnown: null, agrees: 0, votes: 0 });
      openedAt.push(votes);
    }
    if (isAnalysed || outcomes.length > known) {
      sampler = createWeightedSampler(weigh(analysed.slice(0, outcomes.length)));
    }
    const place = Math.floor(random() * present.length);
    const person = present[place]!;
    const statement = drawStatement(person, sampler, random);
    if (statement !== undefined) {
      const value = people.draw(person.group, statement);
      store.set(person.id, statement, value);
      count(outcomes[statement]!, value, votes - openedAt[statement]!);
    }
    person.left -= 1;
    if (statement === undefined || person.left === 0) present.splice(place, 1);
  }
}

/** Undefined when there is nothing left to vote on. */
function drawStatement(person: Person, sampler: WeightedSampler, random: Random) {
  const [statement] = sampler.draw({ excluded: person.voted, count: 1, random });
  if (statement === undefined) return undefined;
  person.voted.push(statement);
  person.voted.sort((a, b) => a - b);
  return statement;
}

function count(outcome: Outcome, value: number, votesSince: number): void {
  if (outcome.untilKnown !== null) return;
  outcome.untilFirstVote ??= votesSince;
  outcome.votes += 1;
  if (value > 0) outcome.agrees += 1;
  const { low, high } = computeWilsonInterval(outcome.agrees, outcome.votes, z95);
  if (high - low <= 2 * knownHalfWidth) outcome.untilKnown = votesSince;
}

/** What an analysis of the votes so far says of each statement. */
function analyseStatements(store: VoteStore, statementCount: number): RoutedStatement[] {
  const votes = unpackVotes(store.read());
  const rowOrder = orderRows(votes);
  const live = new Uint8Array(votes.statements.length);
  const map = computeOpinionMap(votes, rowOrder, live, POWER_ITERATIONS);
  const extremity = computeExtremity(map.center, map.components);
  const groupOfRow = new Int32Array(votes.participants.length).fill(-1);
  for (const row of selectClusteredRows(votes, rowOrder, plenumParameters)) groupOfRow[row] = 0;
  const [clustered] = countVotesByGroup(votes, groupOfRow, 1);
  const everybody = countVotes(votes);
  const statements = Array.from({ length: statementCount }, () => unseen);
  votes.statements.forEach((statement, column) => {
    const priority = computePriority({
      agrees: clustered!.agrees[column]!,
      disagrees: clustered!.disagrees[column]!,
      seen: clustered!.seen[column]!,
      extremity: extremity[column]!,
      isMetadata: false,
    });
    const agrees = everybody.agrees[column]!;
    statements[statement] = { ...unseen, priority, agrees, votes: everybody.seen[column]! };
  });
  return statements;
}

const unseen: RoutedStatement = { priority: null, agrees: 0, votes: 0, isMetadata: false };
