"use client";

import { useCallback, useEffect, useState } from "react";
import type { NextStatement, VoteValue } from "@/lib/schemas/vote";
import { createDeck, leaveOut, moveOn, refill, takeBack } from "@/lib/voting/deck";
import { waitingStatements } from "@/lib/voting/outbox";
import { withApi } from "./load-api";
import type { OutboxStore } from "./outbox-store";
import type { ChannelHandle } from "./use-channel";
import { useVoteSender } from "./use-vote-sender";

export interface VotingStart {
  statements: NextStatement[];
  remaining: number;
  /** Statements with a vote that the server has counted. */
  voted: number[];
}

/** The deck in the hand and the votes on their way: casting never waits for the server. */
export function useVoting(start: VotingStart, store: OutboxStore, channel: ChannelHandle) {
  const { getChannel, keeper } = channel;
  const [deck, setDeck] = useState(() => createDeck({ ...start, voted: start.voted.length }));

  const takeIn = useCallback(
    (answer: { next: NextStatement[]; remaining: number }) =>
      setDeck((deck) => refill(deck, answer, waitingStatements(store.read()))),
    [store],
  );
  const sender = useVoteSender(store, channel, takeIn);

  const lookForMore = useCallback(async () => {
    const outcome = await withApi((api) => api.fetchNext(getChannel()));
    if (outcome.kind === "done") takeIn(outcome.answer);
  }, [getChannel, takeIn]);

  useEffect(() => {
    const kept = waitingStatements(store.read());
    for (const counted of start.voted) kept.delete(counted);
    if (kept.size > 0) setDeck((deck) => leaveOut(deck, kept));
  }, [store, start.voted]);

  useEffect(() => {
    if (start.voted.length > 0 || keeper.read() === null) return;
    // The cookie was refused, but the token was kept here: the page was made for a stranger.
    withApi((api) => api.fetchStart(getChannel())).then((outcome) => {
      if (outcome.kind !== "done") return;
      const { voted } = outcome.answer;
      setDeck(createDeck({ ...outcome.answer, voted: voted.length }));
    });
  }, [start.voted, getChannel, keeper]);

  const shown = deck.upcoming[0];

  const cast = (value: VoteValue, important: boolean) => {
    if (!shown) return;
    sender.cast(shown.id, value, important);
    setDeck(moveOn);
  };

  const undo = () => {
    const last = deck.past.at(-1);
    if (!last) return false;
    sender.withdraw(last.id);
    setDeck(takeBack);
    return true;
  };

  const { waiting, refusal } = sender;
  return { deck, shown, waiting, refusal, cast, undo, lookForMore };
}
