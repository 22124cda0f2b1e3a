import { createRandom, type Random } from "@/lib/math/random";
import type { ConversationPlan, PlannedStatement } from "./conversation-plan";

/** One vote, by indices into the plan's participants and statements. */
export interface SimulatedVote {
  participant: number;
  statement: number;
  value: 1 | 0 | -1;
}

export interface SimulatedConversation {
  /** Camp of each participant. */
  camps: number[];
  /** Participant who wrote each statement; null for a seed. */
  authors: (number | null)[];
  /** In the order in which they were cast: participant after participant. */
  votes: SimulatedVote[];
}

// One in five gives up within a few statements; one in eight goes to the end.
const LEAVES_EARLY = 0.2;
const STAYS_TO_THE_END = 0.125;

/** Plays a plan through. The same plan gives the same votes on every machine. */
export function simulateConversation(plan: ConversationPlan): SimulatedConversation {
  const random = createRandom(plan.seed);
  const camps = Array.from({ length: plan.participants }, () =>
    drawByWeight(plan.campShares, random),
  );
  const authors = plan.statements.map(({ writtenBy }) =>
    writtenBy === undefined ? null : drawMember(camps, writtenBy, random),
  );
  const votes: SimulatedVote[] = [];
  for (const [participant, camp] of camps.entries()) {
    const own = [...authors.keys()].filter((index) => authors[index] === participant);
    const seen = new Set([...own, ...drawSeenStatements(plan, participant, random)]);
    for (const statement of seen) {
      const isOwn = authors[statement] === participant;
      const planned = plan.statements[statement]!;
      votes.push({ participant, statement, value: isOwn ? 1 : drawValue(planned, camp, random) });
    }
  }
  return { camps, authors, votes };
}

/** The index of one of `weights`, each as likely as it is heavy. */
export function drawByWeight(weights: number[], random: Random): number {
  let rest = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, weight] of weights.entries()) {
    rest -= weight;
    if (rest < 0) return index;
  }
  return weights.length - 1;
}

/** What somebody of `camp` votes on a statement. */
export function drawValue(statement: PlannedStatement, camp: number, random: Random): 1 | 0 | -1 {
  const percent = random() * 100;
  const agree = statement.agree[camp] ?? 0;
  if (percent < agree) return 1;
  return percent < agree + Math.min(statement.pass, 100 - agree) ? 0 : -1;
}

/** Authors come from the first half, so that the rest can have seen what they wrote. */
function drawMember(camps: number[], camp: number, random: Random): number {
  const members = [...camps.keys()].filter((p) => camps[p] === camp && p < camps.length / 2);
  return members[Math.floor(random() * members.length)] ?? 0;
}

/** Statements added later are missing for those who came before; turned-down ones for most. */
function drawSeenStatements(plan: ConversationPlan, participant: number, random: Random): number[] {
  const arrival = participant / plan.participants;
  const available = [...plan.statements.keys()].filter((index) => {
    const statement = plan.statements[index]!;
    if (statement.moderation !== undefined) return random() < 0.04;
    return statement.writtenBy === undefined || arrival >= addedAt(index, plan);
  });
  const count = Math.round(available.length * drawPatience(random));
  const order = available.map((index) => ({
    index,
    rank: random() + index / plan.statements.length,
  }));
  order.sort((a, b) => a.rank - b.rank || a.index - b.index);
  return order.slice(0, Math.max(1, count)).map(({ index }) => index);
}

function addedAt(index: number, plan: ConversationPlan): number {
  return 0.4 * (index / plan.statements.length);
}

/** Which part of what there is somebody votes on, 0 to 1. */
function drawPatience(random: Random): number {
  const kind = random();
  const amount = random();
  if (kind < LEAVES_EARLY) return 0.02 + 0.13 * amount;
  if (kind > 1 - STAYS_TO_THE_END) return 1;
  return 0.25 + 0.6 * amount;
}
