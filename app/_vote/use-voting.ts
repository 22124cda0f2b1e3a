"use client";

import { useCallback, useEffect, useMemo, useState } from "react";
import type { NextAnswer } from "@/lib/schemas/participation";
import type { VoteValue } from "@/lib/schemas/vote";
import { countProgress, createDeck, findShown, moveOn, refill, takeBack } from "@/lib/voting/deck";
import { startFrom, startFromPage, votedStatements } from "@/lib/voting/outbox";
import { host } from "./host";
import { withApi } from "./load-api";
import { loadPast, savePast } from "./past-votes";
import type { Outcome } from "./request-types";
import type { ChannelHandle, Participation } from "./use-channel";
import { useLateStart } from "./use-late-start";
import { useKeptDeck, useReserve } from "./use-reserve";
import { becomeNewcomer, useVoteSender } from "./use-vote-sender";
import type { VotingStart } from "./voting-start";

/** The deck in the hand and the votes on their way: casting never waits for the server. */
export function useVoting(
  participation: Participation,
  start: VotingStart,
  channel: ChannelHandle,
) {
  const { conversationId } = participation;
  const { deck, setDeck, takeIn } = useDeck(start, channel);
  const { outbox, cast, withdraw, delivery } = useVoteSender(channel, takeIn);
  const { isRead, isStranger } = useOpening(conversationId, start, channel, setDeck);
  const { standing, lookForMore } = useServer(isStranger, channel, takeIn);
  const isDeckHere = useKeptDeck(conversationId, start.isCopy === true, setDeck);
  const [hasCast, setHasCast] = useState(false);

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

  const castShown = (value: VoteValue, important: boolean) => {
    if (!shown) return;
    cast(shown.id, value, important);
    setDeck((deck) => moveOn(deck, shown));
    savePast(conversationId, moveOn(deck, shown).past);
    setHasCast(true);
  };
  const undo = () => {
    const last = deck.past.at(-1);
    if (!last) return false;
    if (last.before) cast(last.statement.id, last.before.value, last.before.important);
    else withdraw(last.statement.id);
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
    /** Votes on any other statement; the deck passes it over from now on. */
    castOther: cast,
    undo,
    lookForMore,
  };
}

/** The statements in the hand, and how an answer of the server joins them. */
function useDeck(start: VotingStart, { store }: ChannelHandle) {
  const [deck, setDeck] = useState(() => {
    const { statements, remaining, voted, direct } = start;
    const pinned = direct === undefined || direct === "missing" ? null : direct;
    return createDeck({ statements, total: remaining + voted.length, pinned });
  });
  const takeIn = useCallback(
    (answer: NextAnswer) => {
      const voted = votedStatements(store.read());
      const counted = store.read().counted.length;
      setDeck((deck) => refill(deck, answer, { voted, counted }));
    },
    [store],
  );
  return { deck, setDeck, takeIn };
}

type SetDeck = ReturnType<typeof useDeck>["setDeck"];

/** Brings together what the page came with and what this browser has kept. */
function useOpening(
  conversationId: number,
  start: VotingStart,
  { store, keeper }: ChannelHandle,
  setDeck: SetDeck,
) {
  const [isRead, setIsRead] = useState(false);
  // A copy knows nobody; nor does a page whose request came without the cookie that was refused.
  const [isStranger] = useState(
    () =>
      start.isCopy === true ||
      host.identified !== undefined ||
      (start.voted.length === 0 && keeper.read() !== null),
  );
  useEffect(() => {
    const times = { openedAt: performance.timeOrigin, now: Date.now() };
    if (!isStranger) store.change((outbox) => startFromPage(outbox, start, times));
    setDeck((deck) => ({ ...deck, past: loadPast(conversationId) }));
    setIsRead(true);
  }, [store, start, isStranger, conversationId, setDeck]);
  return { isRead, isStranger };
}

/** What is asked of the server apart from taking votes. */
function useServer(
  isStranger: boolean,
  channel: ChannelHandle,
  takeIn: (answer: NextAnswer) => void,
) {
  const { store, getChannel } = channel;
  const lookUp = useCallback(async () => {
    const asked = store.read().counted;
    const outcome = await askStart(channel);
    if (outcome.kind !== "done") return outcome.kind === "refused";
    const { statements, remaining, ...known } = outcome.answer;
    await store.change((outbox) => startFrom(outbox, known, asked));
    takeIn({ next: statements, remaining });
    return true;
  }, [channel, store, takeIn]);
  const lookForMore = useCallback(async () => {
    const outcome = await withApi((api) => api.fetchNext(getChannel()));
    if (outcome.kind === "done") takeIn(outcome.answer);
    return outcome.kind === "done";
  }, [getChannel, takeIn]);
  return { standing: useLateStart(isStranger, lookUp), lookForMore };
}

async function askStart(channel: ChannelHandle): Promise<Outcome<VotingStart>> {
  const ask = () => withApi((api) => api.fetchStart(channel.getChannel()));
  const outcome = await ask();
  if (outcome.kind !== "refused" || outcome.status !== 401) return outcome;
  await becomeNewcomer(channel);
  return ask();
}
