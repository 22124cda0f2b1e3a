"use client";

import { useCallback, useEffect, useMemo, useState } from "react";
import type { NextAnswer } from "@/lib/schemas/participation";
import type { VoteValue } from "@/lib/schemas/vote";
import { countProgress, createDeck, findShown, moveOn, refill, takeBack } from "@/lib/voting/deck";
import { startFrom, votedStatements } from "@/lib/voting/outbox";
import { withApi } from "./load-api";
import { loadPast, savePast } from "./past-votes";
import type { ChannelHandle, Participation } from "./use-channel";
import { useLateStart } from "./use-late-start";
import { useKeptDeck, useReserve } from "./use-reserve";
import { useVoteSender } from "./use-vote-sender";
import type { VotingStart } from "./voting-start";

/** The deck in the hand and the votes on their way: casting never waits for the server. */
export function useVoting(
  participation: Participation,
  start: VotingStart,
  channel: ChannelHandle,
) {
  const { conversationId } = participation;
  const { store, getChannel, keeper } = channel;
  const isCopy = start.isCopy === true;
  // A copy knows nobody; nor does a page whose request came without the cookie that was refused.
  const [isStranger] = useState(
    () => isCopy || (start.voted.length === 0 && keeper.read() !== null),
  );
  const [deck, setDeck] = useState(() => createDeck(openingOf(start)));
  const [isRead, setIsRead] = useState(false);
  const [hasCast, setHasCast] = useState(false);

  const takeIn = useCallback(
    (answer: NextAnswer) => {
      const outbox = store.read();
      const standing = { voted: votedStatements(outbox), counted: outbox.counted.length };
      setDeck((deck) => refill(deck, answer, standing));
    },
    [store],
  );
  const { outbox, cast, withdraw, delivery } = useVoteSender(channel, takeIn);
  const lookUp = useCallback(async () => {
    const outcome = await withApi((api) => api.fetchStart(getChannel()));
    if (outcome.kind !== "done") return false;
    const { answer } = outcome;
    await store.change((outbox) => startFrom(outbox, answer));
    takeIn({ next: answer.statements, remaining: answer.remaining });
    return true;
  }, [store, getChannel, takeIn]);
  const standing = useLateStart(isStranger, lookUp);
  const isDeckHere = useKeptDeck(conversationId, isCopy, setDeck);

  useEffect(() => {
    if (!isStranger) store.change((outbox) => startFrom(outbox, start));
    setDeck((deck) => ({ ...deck, past: loadPast(conversationId) }));
    setIsRead(true);
  }, [store, start, isStranger, conversationId]);

  // What the server drew has to stand until the browser has said what it knows.
  const voted = useMemo(
    () => (isRead ? votedStatements(outbox) : new Set(start.voted)),
    [isRead, outbox, start.voted],
  );
  const shown = findShown(deck, voted);
  const progress = countProgress(deck, voted);
  const open = deck.upcoming.filter(({ id }) => !voted.has(id)).length;
  const left = progress.total - progress.voted;
  useReserve({ participation, channel, isKnown: standing === "known", open, left, takeIn });

  const lookForMore = useCallback(async () => {
    const outcome = await withApi((api) => api.fetchNext(getChannel()));
    if (outcome.kind === "done") takeIn(outcome.answer);
    return outcome.kind === "done";
  }, [getChannel, takeIn]);

  const castShown = (value: VoteValue, important: boolean) => {
    if (!shown) return;
    cast(shown.id, value, important);
    setDeck((deck) => moveOn(deck, shown));
    setHasCast(true);
    savePast(conversationId, moveOn(deck, shown).past);
  };

  const undo = () => {
    const last = deck.past.at(-1);
    if (!last) return false;
    const { statement, before } = last;
    if (before) cast(statement.id, before.value, before.important);
    else withdraw(statement.id);
    setDeck(takeBack);
    savePast(conversationId, takeBack(deck).past);
    return true;
  };

  return {
    shown,
    /** The vote that the shown statement has already. */
    choice: shown && deck.pinned?.id === shown.id ? deck.pinned.choice : null,
    progress,
    /** The statement voted on last on this page. */
    last: hasCast ? (deck.past.at(-1)?.statement ?? null) : null,
    /** Statements may come that are not here yet. */
    hasMore: left > 0 || !isDeckHere || standing !== "known",
    isAway: standing === "away",
    mayUndo: deck.past.length > 0,
    delivery,
    cast: castShown,
    undo,
    lookForMore,
  };
}

function openingOf({ statements, remaining, voted, direct }: VotingStart) {
  const pinned = direct === undefined || direct === "missing" ? null : direct;
  return { statements, total: remaining + voted.length, pinned };
}
