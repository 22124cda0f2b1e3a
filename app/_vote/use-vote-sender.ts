"use client";

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { CastVotesAnswer, VoteValue } from "@/lib/schemas/vote";
import { addVote, emptyOutbox, type RefusedVote, withdrawVote } from "@/lib/voting/outbox";
import { withApi } from "./load-api";
import type { ChannelHandle } from "./use-channel";
import { createVoteSender, type VoteSender, type Wait } from "./vote-sender";

/** What somebody who votes should know of their votes on the way. */
export interface Delivery {
  /** Votes that wait for a connection; 0 while all goes well. */
  waiting: number;
  /** They wait although the server was reached: it has too much to do, or is in trouble. */
  isBusy: boolean;
  /** They outlive this page; otherwise it has to stay open. */
  isOnDevice: boolean;
  /** Votes that had waited and were sent since. */
  sent: number;
  refused: RefusedVote[];
  /** The conversation has closed since the page was opened. */
  isOver: boolean;
  /** The participant has read about the refused ones. */
  dismiss(): void;
}

/**
 * Puts votes into the outbox and keeps emptying it while the page is open.
 * @param onAnswer must stay the same from one render to the next
 */
export function useVoteSender(channel: ChannelHandle, onAnswer: (answer: CastVotesAnswer) => void) {
  const { store, key } = channel;
  const [wait, setWait] = useState<Wait | null>(null);
  const [isOver, setIsOver] = useState(false);
  const outbox = useSyncExternalStore(store.subscribe, store.read, () => emptyOutbox);
  const sender = useRef<VoteSender>(null);

  useEffect(() => {
    const current = startSender(channel, { onAnswer, onWaiting: setWait, onOver: setIsOver });
    sender.current = current;
    const onVisibility = () => {
      current.wake();
      if (document.hidden && store.read().votes.length > 0) leaveToWorker();
    };
    window.addEventListener("online", current.wake);
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      current.stop();
      window.removeEventListener("online", current.wake);
      document.removeEventListener("visibilitychange", onVisibility);
    };
  }, [channel, store, onAnswer]);

  const cast = useCallback(
    (statement: number, value: VoteValue, important: boolean) => {
      const vote = { statement, value, important };
      store.change((outbox) => addVote(outbox, vote, { now: Date.now(), key }));
      sender.current?.wake();
    },
    [store, key],
  );

  const withdraw = useCallback(
    (statement: number) => {
      store.change((outbox) => withdrawVote(outbox, statement, { now: Date.now(), key }));
      sender.current?.wake();
    },
    [store, key],
  );

  const waiting = wait ? outbox.votes.length : 0;
  const delivery: Delivery = {
    waiting,
    isBusy: wait === "busy",
    isOnDevice: store.isOnDevice(),
    sent: useSentAfterWaiting(waiting, outbox.votes.length),
    refused: outbox.refused,
    isOver,
    dismiss: () => store.change((outbox) => ({ ...outbox, refused: [] })),
  };
  useStayForUnkept(waiting > 0 && !delivery.isOnDevice);
  return { outbox, cast, withdraw, delivery };
}

interface Hearers {
  onAnswer(answer: CastVotesAnswer): void;
  onWaiting(wait: Wait | null): void;
  onOver(isOver: boolean): void;
}

/** The token has gone stale: from now on the votes are those of a newcomer, who has none so far. */
export async function becomeNewcomer({ store, keeper }: ChannelHandle): Promise<void> {
  keeper.forget();
  await store.change((outbox) => ({ ...outbox, counted: [] }));
}

function startSender(channel: ChannelHandle, { onAnswer, onWaiting, onOver }: Hearers): VoteSender {
  const { store, keeper, getChannel } = channel;
  const sender = createVoteSender({
    store,
    post: async (votes) => {
      const outcome = await withApi((api) => api.castVotes(getChannel(), votes));
      if (outcome.kind === "refused") onOver(outcome.reason === "conversation-closed");
      if (outcome.kind !== "refused" || outcome.status !== 401) return outcome;
      await becomeNewcomer(channel);
      return { kind: "later", afterMs: 0, wasReached: true };
    },
    onAnswer: (answer) => {
      keeper.keep(answer.participant.token);
      onAnswer(answer);
    },
    onWaiting: (wait) => {
      if (wait) leaveToWorker();
      onWaiting(wait);
    },
  });
  sender.wake();
  return sender;
}

/** In case this page is closed before there is a connection. */
function leaveToWorker(): void {
  import("./keep-page").then(({ sendLater }) => sendLater()).catch(() => {}); // sent when it opens again
}

/** How many votes were said to wait and have gone since, for as long as nothing else is on its way. */
function useSentAfterWaiting(waiting: number, unsent: number): number {
  const [promised, setPromised] = useState(0);
  useEffect(() => {
    if (waiting > 0) setPromised((promised) => Math.max(promised, waiting));
  }, [waiting]);
  const isNewVote = waiting === 0 && unsent > 0;
  useEffect(() => {
    if (isNewVote) setPromised(0);
  }, [isNewVote]);
  return unsent === 0 ? promised : 0;
}

/** Asks before a page is left that alone holds votes. */
function useStayForUnkept(isAlone: boolean): void {
  useEffect(() => {
    if (!isAlone) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isAlone]);
}
