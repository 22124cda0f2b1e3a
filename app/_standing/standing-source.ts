import type { OwnVote } from "@/lib/schemas/participation";
import type { NextStatement, VoteValue } from "@/lib/schemas/vote";
import { emptyOutbox, type Outbox } from "@/lib/voting/outbox";
import type { ResultStatement } from "../_results/result-statement";
import { fetchOwnVotes } from "../_vote/api";
import type { OutboxStore } from "../_vote/outbox-store";
import type { Channel } from "../_vote/request-types";
import { fetchNewestAnalysis } from "./api";
import { combineBallot, noteCast, type OwnBallot } from "./own-ballot";

type Newest = Extract<Awaited<ReturnType<typeof fetchNewestAnalysis>>, { kind: "done" }>["answer"];

export interface StandingFacts {
  /** All votes of this person; null until the server has said what it has counted. */
  ballot: OwnBallot | null;
  /** Null until there is one. */
  analysis: Newest | null;
}

/** What is needed to say where somebody stands, kept while they vote. */
export interface StandingSource {
  read(): StandingFacts;
  subscribe(listener: () => void): () => void;
  /** Notes the words of what was just voted on, and asks for a newer analysis when it is time. */
  noteVoted(statement: NextStatement): void;
  /** There is a connection again: what is missing is asked for at once. */
  wake(): void;
}

/** An analysis changes little while one person votes: nobody needs each one. */
const freshMs = 15_000;
const firstRetryMs = 2_000;
const longestRetryMs = 60_000;

export const noFacts: StandingFacts = { ballot: null, analysis: null };

/** Asks nothing before it is subscribed to. */
export function createStandingSource(
  store: Pick<OutboxStore, "read" | "subscribe">,
  getChannel: () => Channel,
  ask: Requests = { fetchNewestAnalysis, fetchOwnVotes },
): StandingSource {
  const listeners = new Set<() => void>();
  const shown = new Map<number, ResultStatement>();
  let counted: readonly OwnVote[] | null = null;
  let cast: ReadonlyMap<number, VoteValue | null> = new Map();
  let outbox: Outbox = emptyOutbox;
  let facts = noFacts;
  let askedAtMs = Number.NEGATIVE_INFINITY;
  let retryMs = firstRetryMs;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function publish(analysis: Newest | null): void {
    facts = { analysis, ballot: counted && combineBallot(counted, cast, shown) };
    for (const listener of listeners) listener();
  }

  function noteOutbox(): void {
    cast = noteCast(cast, outbox, store.read());
    outbox = store.read();
    publish(facts.analysis);
  }

  function isComplete(): boolean {
    return counted !== null && facts.analysis !== null;
  }

  async function refresh(): Promise<void> {
    clearTimeout(timer);
    askedAtMs = performance.now();
    const [votes, newest] = await Promise.all([
      counted ? null : ask.fetchOwnVotes(getChannel()),
      ask.fetchNewestAnalysis(getChannel()),
    ]);
    if (votes?.kind === "done") counted = votes.answer.votes;
    publish(newest.kind === "done" ? newest.answer : facts.analysis);
    clearTimeout(timer);
    if (isComplete()) return;
    // No connection, or the first votes or the first analysis are still on their way.
    if (listeners.size > 0) timer = setTimeout(refresh, retryMs);
    retryMs = Math.min(2 * retryMs, longestRetryMs);
  }

  function start(): () => void {
    noteOutbox();
    const stop = store.subscribe(noteOutbox);
    if (!facts.analysis) void refresh();
    return () => {
      stop();
      clearTimeout(timer);
    };
  }

  let stop: () => void;
  return {
    read: () => facts,
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) stop = start();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
    noteVoted({ id, text, language, translation }) {
      shown.set(id, { text, language, translation });
      if (facts.analysis && performance.now() - askedAtMs > freshMs) void refresh();
      else publish(facts.analysis);
    },
    wake() {
      if (isComplete() || listeners.size === 0) return;
      retryMs = firstRetryMs;
      void refresh();
    },
  };
}

interface Requests {
  fetchNewestAnalysis: typeof fetchNewestAnalysis;
  fetchOwnVotes: typeof fetchOwnVotes;
}
