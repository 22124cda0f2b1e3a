"use client";

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { CastVotesAnswer, VoteValue } from "@/lib/schemas/vote";
import { addVote, emptyOutbox, withdrawVote } from "@/lib/voting/outbox";
import { withApi } from "./load-api";
import type { OutboxStore } from "./outbox-store";
import type { ChannelHandle } from "./use-channel";
import { createVoteSender, type VoteSender } from "./vote-sender";

/**
 * Puts votes into the outbox and keeps emptying it while the page is open.
 * @param onAnswer must stay the same from one render to the next
 */
export function useVoteSender(
  store: OutboxStore,
  channel: ChannelHandle,
  onAnswer: (answer: CastVotesAnswer) => void,
) {
  const { key, keeper, getChannel } = channel;
  const [isWaiting, setIsWaiting] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const outbox = useSyncExternalStore(store.subscribe, store.read, () => emptyOutbox);
  const sender = useRef<VoteSender>(null);

  useEffect(() => {
    const current = createVoteSender({
      store,
      post: async (votes) => {
        const outcome = await withApi((api) => api.postVotes(getChannel(), votes));
        if (outcome.kind !== "refused" || outcome.status !== 401) return outcome;
        keeper.forget(); // the token has gone stale: the votes count as a newcomer's
        return { kind: "later", afterMs: 0 };
      },
      onAnswer: (answer) => {
        keeper.keep(answer.participant.token);
        if (store.read().votes.length === 0) {
          store.change((outbox) => ({ ...outbox, idempotencyKey: null }));
        }
        onAnswer(answer);
      },
      onRefused: (_, reason) => setRefusal(reason),
      onWaiting: setIsWaiting,
    });
    sender.current = current;
    current.wake();
    window.addEventListener("online", current.wake);
    document.addEventListener("visibilitychange", current.wake);
    return () => {
      current.stop();
      window.removeEventListener("online", current.wake);
      document.removeEventListener("visibilitychange", current.wake);
    };
  }, [store, keeper, getChannel, onAnswer]);

  const cast = useCallback(
    (statement: number, value: VoteValue, important: boolean) => {
      setRefusal(null);
      store.change((outbox) => ({
        ...addVote(outbox, { statement, value, important }, Date.now()),
        idempotencyKey: key,
      }));
      sender.current?.wake();
    },
    [store, key],
  );

  const withdraw = useCallback(
    (statement: number) => {
      store.change((outbox) => ({
        ...withdrawVote(outbox, statement, Date.now()),
        idempotencyKey: key,
      }));
      sender.current?.wake();
    },
    [store, key],
  );

  return { cast, withdraw, refusal, waiting: isWaiting ? outbox.votes.length : 0 };
}
