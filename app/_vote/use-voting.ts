"use client";

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { NextStatement, VoteValue } from "@/lib/schemas/vote";
import { createDeck, leaveOut, moveOn, refill, takeBack } from "@/lib/voting/deck";
import { addVote, emptyOutbox, waitingStatements, withdrawVote } from "@/lib/voting/outbox";
import { withApi } from "./load-api";
import type { OutboxStore } from "./outbox-store";
import type { ChannelHandle } from "./use-channel";
import { createVoteSender, type VoteSender } from "./vote-sender";

export interface VotingStart {
  statements: NextStatement[];
  remaining: number;
  /** Statements with a vote that the server has counted. */
  voted: number[];
}

/** The deck in the hand and the votes on their way: casting never waits for the server. */
export function useVoting(start: VotingStart, store: OutboxStore, channel: ChannelHandle) {
  const [deck, setDeck] = useState(() => createDeck({ ...start, voted: start.voted.length }));
  const [isWaiting, setIsWaiting] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const outbox = useSyncExternalStore(store.subscribe, store.read, () => emptyOutbox);
  const sender = useRef<VoteSender>(null);

  const takeIn = useCallback(
    (answer: { next: NextStatement[]; remaining: number }) =>
      setDeck((deck) => refill(deck, answer, waitingStatements(store.read()))),
    [store],
  );

  const lookForMore = useCallback(async () => {
    const outcome = await withApi((api) => api.fetchNext(channel.getChannel()));
    if (outcome.kind === "done") takeIn(outcome.answer);
  }, [channel.getChannel, takeIn]);

  useEffect(() => {
    const current = createVoteSender({
      store,
      post: async (votes) => {
        const outcome = await withApi((api) => api.postVotes(channel.getChannel(), votes));
        if (outcome.kind !== "refused" || outcome.status !== 401) return outcome;
        channel.keeper.forget(); // the token has gone stale: the votes count as a newcomer's
        return { kind: "later", afterMs: 0 };
      },
      onAnswer: (answer) => {
        channel.keeper.keep(answer.participant.token);
        if (store.read().votes.length === 0) {
          store.change((outbox) => ({ ...outbox, idempotencyKey: null }));
        }
        takeIn(answer);
      },
      onRefused: (_, reason) => setRefusal(reason),
      onWaiting: setIsWaiting,
    });
    sender.current = current;
    const kept = waitingStatements(store.read());
    for (const counted of start.voted) kept.delete(counted);
    if (kept.size > 0) setDeck((deck) => leaveOut(deck, kept));
    current.wake();
    window.addEventListener("online", current.wake);
    document.addEventListener("visibilitychange", current.wake);
    return () => {
      current.stop();
      window.removeEventListener("online", current.wake);
      document.removeEventListener("visibilitychange", current.wake);
    };
  }, [store, channel.getChannel, channel.keeper, takeIn, start.voted]);

  useEffect(() => {
    if (start.voted.length > 0 || channel.keeper.read() === null) return;
    // The cookie was refused, but the token was kept here: the page was made for a stranger.
    withApi((api) => api.fetchStart(channel.getChannel())).then((outcome) => {
      if (outcome.kind !== "done") return;
      const { voted } = outcome.answer;
      setDeck(createDeck({ ...outcome.answer, voted: voted.length }));
    });
  }, [start.voted, channel.getChannel, channel.keeper]);

  const shown = deck.upcoming[0];

  const cast = (value: VoteValue, important: boolean) => {
    if (!shown) return;
    setRefusal(null);
    store.change((outbox) => ({
      ...addVote(outbox, { statement: shown.id, value, important }, Date.now()),
      idempotencyKey: channel.key,
    }));
    setDeck(moveOn);
    sender.current?.wake();
  };

  const undo = () => {
    const last = deck.past.at(-1);
    if (!last) return false;
    store.change((outbox) => ({
      ...withdrawVote(outbox, last.id, Date.now()),
      idempotencyKey: channel.key,
    }));
    setDeck(takeBack);
    sender.current?.wake();
    return true;
  };

  return { deck, shown, outbox, isWaiting, refusal, cast, undo, lookForMore };
}
