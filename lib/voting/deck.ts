import type { NextStatement, VoteValue } from "@/lib/schemas/vote";

/** What somebody thinks of a statement. */
export interface Choice {
  value: VoteValue;
  important: boolean;
}

/** A vote cast here, and what held before it: undo goes back there. */
export interface PastVote {
  statement: NextStatement;
  before: Choice | null;
}

/** What lies before a participant, and the way back. Which statements have a vote is the outbox's. */
export interface Deck {
  /** In the order they are shown; those that got a vote elsewhere are passed over. */
  upcoming: NextStatement[];
  /** Newest last. */
  past: PastVote[];
  /** Statements up for a vote, those voted on included, as the server last said. */
  total: number;
  /** Shown first, although it may have a vote already, which this is. */
  pinned: { id: number; choice: Choice | null } | null;
}

/** How many votes can be taken back, one after the other. */
const longestPast = 20;

export function createDeck(input: {
  statements: NextStatement[];
  total: number;
  pinned?: Deck["pinned"];
}): Deck {
  const { statements, total, pinned = null } = input;
  return { upcoming: statements, past: [], total, pinned };
}

/**
 * The statement to vote on now; null when there is none in this browser.
 * @param voted statements that need no answer any more
 */
export function findShown(deck: Deck, voted: ReadonlySet<number>): NextStatement | null {
  const { upcoming, pinned } = deck;
  return upcoming.find(({ id }) => id === pinned?.id || !voted.has(id)) ?? null;
}

/** "12 of 48": what has a vote, of all that are up for one. */
export function countProgress(
  deck: Deck,
  voted: ReadonlySet<number>,
): { voted: number; total: number } {
  const open = deck.upcoming.filter(({ id }) => !voted.has(id)).length;
  return { voted: voted.size, total: Math.max(deck.total, voted.size + open) };
}

/** Moves on from the shown statement, which has just got a vote. */
export function moveOn(deck: Deck, shown: NextStatement): Deck {
  const before = deck.pinned?.id === shown.id ? deck.pinned.choice : null;
  return {
    ...deck,
    upcoming: deck.upcoming.filter(({ id }) => id !== shown.id),
    past: [...deck.past, { statement: shown, before }].slice(-longestPast),
    pinned: null,
  };
}

/** Takes up the statement voted on last. */
export function takeBack(deck: Deck): Deck {
  const last = deck.past.at(-1);
  if (!last) return deck;
  return {
    ...pin(deck, last.statement, last.before),
    past: deck.past.slice(0, -1),
  };
}

/** Puts a statement first, be it with a vote or without. */
export function pin(deck: Deck, statement: NextStatement, choice: Choice | null): Deck {
  const others = deck.upcoming.filter(({ id }) => id !== statement.id);
  return { ...deck, upcoming: [statement, ...others], pinned: { id: statement.id, choice } };
}

/**
 * Takes in what the server sent: the shown statement stays under the reader's eye, then come the
 * fresh ones; those that were here before follow, unless the server sent all there are.
 * @param counted how many statements have a vote that the server has counted
 */
export function refill(
  deck: Deck,
  answer: { next: NextStatement[]; remaining: number },
  { voted, counted }: { voted: ReadonlySet<number>; counted: number },
): Deck {
  const shown = findShown(deck, voted);
  const isAll = answer.next.length >= answer.remaining;
  const upcoming = new Map<number, NextStatement>();
  const listed = [...(shown ? [shown] : []), ...answer.next, ...(isAll ? [] : deck.upcoming)];
  for (const statement of listed) {
    if (upcoming.has(statement.id)) continue;
    if (statement === shown || !voted.has(statement.id)) upcoming.set(statement.id, statement);
  }
  return { ...deck, upcoming: [...upcoming.values()], total: answer.remaining + counted };
}
