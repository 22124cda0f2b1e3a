import type { NextStatement } from "@/lib/schemas/vote";

/** What lies before a participant: the statement to vote on now, those after it, and the way back. */
export interface Deck {
  /** The first is shown now. */
  upcoming: NextStatement[];
  /** Statements voted on here, newest last; undo takes them up again. */
  past: NextStatement[];
  /** Statements without a vote of this participant, those here included. */
  remaining: number;
  /** Statements that this participant has a vote on. */
  voted: number;
}

export function createDeck(input: {
  statements: NextStatement[];
  remaining: number;
  voted: number;
}): Deck {
  return { upcoming: input.statements, past: [], remaining: input.remaining, voted: input.voted };
}

/** Moves on from the shown statement. */
export function moveOn(deck: Deck): Deck {
  const [shown, ...upcoming] = deck.upcoming;
  if (!shown) return deck;
  return {
    upcoming,
    past: [...deck.past, shown],
    remaining: Math.max(0, deck.remaining - 1),
    voted: deck.voted + 1,
  };
}

/** Takes up the statement voted on last. */
export function takeBack(deck: Deck): Deck {
  const last = deck.past.at(-1);
  if (!last) return deck;
  return {
    upcoming: [last, ...deck.upcoming.filter(({ id }) => id !== last.id)],
    past: deck.past.slice(0, -1),
    remaining: deck.remaining + 1,
    voted: Math.max(0, deck.voted - 1),
  };
}

/**
 * Takes in what the server sent: the shown statement stays under the reader's eye, the rest is
 * replaced.
 * @param waiting statements with a vote that the server has not counted yet
 */
export function refill(
  deck: Deck,
  answer: { next: NextStatement[]; remaining: number },
  waiting: ReadonlySet<number>,
): Deck {
  const [shown] = deck.upcoming;
  const fresh = answer.next.filter(({ id }) => !waiting.has(id) && id !== shown?.id);
  const upcoming = shown ? [shown, ...fresh] : fresh;
  const remaining = Math.max(upcoming.length, answer.remaining - waiting.size);
  return { ...deck, upcoming, remaining };
}

/** Counts votes that this browser cast earlier and the server has not seen yet. */
export function leaveOut(deck: Deck, waiting: ReadonlySet<number>): Deck {
  return {
    ...deck,
    upcoming: deck.upcoming.filter(({ id }) => !waiting.has(id)),
    remaining: Math.max(0, deck.remaining - waiting.size),
    voted: deck.voted + waiting.size,
  };
}
