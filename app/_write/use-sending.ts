"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { WriteStatementAnswer } from "@/lib/schemas/participation";
import { host } from "../_vote/host";
import { withApi } from "../_vote/load-api";
import type { ChannelHandle } from "../_vote/use-channel";
import { type Draft, emptyDraft } from "./draft-store";

/** What became of the text that was sent last. */
export type Sending =
  | { kind: "idle" | "sending" | "waiting" }
  | { kind: "sent"; answer: WriteStatementAnswer }
  | { kind: "refused"; reason: string };

const retryMs = 15_000;

/**
 * Sends a draft. One without an answer waits on this device and goes again by itself, as votes do: as
 * soon as there is a connection, or when the page is opened again. It may arrive twice; the server knows
 * its author by the key and the text by itself.
 */
export function useSending(channel: ChannelHandle, draft: Draft, change: (draft: Draft) => void) {
  const [sending, setSending] = useState<Sending>({ kind: "idle" });
  const isBusy = useRef(false);
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  }, [draft]);

  const send = useCallback(async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    const sentUnder = draft.sentUnder ?? channel.getChannel().idempotencyKey;
    const sent = { ...draft, sentUnder };
    if (draft.sentUnder === null) setSending({ kind: "sending" });
    change(sent);
    const outcome = await post(channel, sent);
    isBusy.current = false;
    // Somebody may have gone on writing while an earlier attempt was on its way.
    const isSame = latest.current.text === draft.text;
    if (outcome.kind === "later") return isSame && setSending({ kind: "waiting" });
    if (outcome.kind === "refused") {
      if (isSame) change({ ...draft, sentUnder: null });
      return setSending({ kind: "refused", reason: outcome.reason });
    }
    const { answer } = outcome;
    if (answer.participant) channel.keeper.keep(answer.participant.token);
    if (isSame) change(emptyDraft);
    if (answer.isNew) {
      countOwnVote(channel, answer.statement.id);
      host.onWrote?.();
    }
    setSending({ kind: "sent", answer });
  }, [channel, draft, change]);

  useRetries(draft.sentUnder !== null && sending.kind !== "sending", send);
  const reset = useCallback(() => setSending({ kind: "idle" }), []);
  return { sending, send, reset };
}

/** The author's agreement, which the server has stored with the statement. */
function countOwnVote({ store }: ChannelHandle, statement: number): void {
  store.change((outbox) => ({
    ...outbox,
    counted: [...new Set([...outbox.counted, statement])],
  }));
}

function post(channel: ChannelHandle, { text, sentUnder }: Draft & { sentUnder: string }) {
  return withApi((api) => {
    const own = channel.getChannel();
    // A newcomer whose votes wait as well is one participant, not two.
    const idempotencyKey = host.key ?? channel.store.read().idempotencyKey ?? sentUnder;
    return api.postStatement({ ...own, idempotencyKey }, text.trim());
  });
}

function useRetries(isWaiting: boolean, send: () => void): void {
  const newest = useRef(send);
  useEffect(() => {
    newest.current = send;
  }, [send]);
  useEffect(() => {
    if (!isWaiting) return;
    const retry = () => {
      if (!document.hidden) newest.current();
    };
    retry();
    const timer = setInterval(retry, retryMs);
    window.addEventListener("online", retry);
    document.addEventListener("visibilitychange", retry);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", retry);
      document.removeEventListener("visibilitychange", retry);
    };
  }, [isWaiting]);
}
