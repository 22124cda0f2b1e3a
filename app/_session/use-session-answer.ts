"use client";

import { useEffect, useState } from "react";
import { SessionAnswer, SessionEvent } from "@/lib/schemas/live-session";
import { parseWith } from "../_vote/parse-with";
import { request } from "../_vote/request";
import type { ChannelHandle } from "../_vote/use-channel";

/** Two thousand phones hear of a change at once; they ask within this time, not all in the same moment. */
const spreadMs = 200;
const retryMs = 1_000;
/** Results that are shown follow the votes without haste. */
const calmMs = 1_500;

/** What is on stage, in words, asked for whenever it changes. */
export function useSessionAnswer(
  { getChannel }: ChannelHandle,
  said: string,
  analyses: number,
): SessionAnswer | null {
  const [answer, setAnswer] = useState<SessionAnswer | null>(null);
  const isRevealed = answer?.session.isRevealed === true;
  const tick = isRevealed ? analyses : 0;
  useEffect(() => {
    const number = readNumber(said);
    const leaving = new AbortController();
    let timer = setTimeout(ask, Math.random() * (tick > 0 ? calmMs : spreadMs));
    async function ask() {
      const outcome = await request(getChannel(), "session", parseWith(SessionAnswer));
      if (leaving.signal.aborted) return;
      const isNewest = outcome.kind === "done" && outcome.answer.session.number >= number;
      if (outcome.kind === "done") setAnswer(outcome.answer);
      if (!isNewest && outcome.kind !== "refused") {
        timer = setTimeout(ask, retryMs * (0.5 + Math.random()));
      }
    }
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [getChannel, said, tick]);
  return answer;
}

function readNumber(said: string): number {
  return SessionEvent.safeParse(JSON.parse(said)).data?.number ?? 0;
}
