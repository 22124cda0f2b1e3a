"use client";

import { useEffect, useRef, useState } from "react";
import { SessionAnswer, SessionEvent } from "@/lib/schemas/live-session";
import { parseWith } from "../_vote/parse-with";
import { request } from "../_vote/request";
import type { ChannelHandle } from "../_vote/use-channel";

/** Two thousand phones hear of a change at once; they ask within this time, not all in the same moment. */
const spreadMs = 200;
const retryMs = 1_000;
/** Results that are shown follow the votes without haste. */
const calmMs = 1_500;
/**
 * A stream that was opened before its reader had voted, or that can show no token, tells of no analysis
 * where results are only for those who voted: there the results are asked for every so often.
 */
const deafMs = 4_000;

/** What is on stage, in words, asked for whenever it changes. */
export function useSessionAnswer(
  { getChannel }: ChannelHandle,
  said: string,
  analyses: number,
): SessionAnswer | null {
  const [answer, setAnswer] = useState<SessionAnswer | null>(null);
  const isRevealed = answer?.session.isRevealed === true;
  const tick = isRevealed ? analyses : 0;
  const isDeaf = useRef(true);
  useEffect(() => {
    isDeaf.current = analyses === 0;
  }, [analyses]);
  useEffect(() => {
    const number = readNumber(said);
    const leaving = new AbortController();
    let timer = setTimeout(ask, Math.random() * (tick > 0 ? calmMs : spreadMs));
    async function ask() {
      const outcome = await request(getChannel(), "session", parseWith(SessionAnswer));
      if (leaving.signal.aborted) return;
      if (outcome.kind === "refused") return;
      if (outcome.kind === "later" || outcome.answer.session.number < number) {
        timer = setTimeout(ask, retryMs * (0.5 + Math.random()));
        return;
      }
      setAnswer(outcome.answer);
      if (outcome.answer.session.isRevealed && isDeaf.current) {
        timer = setTimeout(ask, deafMs * (0.75 + Math.random() / 2));
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
