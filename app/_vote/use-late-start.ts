"use client";

import { useEffect, useState } from "react";

/** Whether the server has said where somebody stands, is being asked, or cannot be reached. */
export type Standing = "known" | "asking" | "away";

const pauseMs = 5_000;
/** Said to be away after this, while the question goes on. */
const slowAnswerMs = 2_000;

/**
 * Asks the server where somebody stands whom it did not know when it made the page, until it answers.
 * @param lookUp resolves with whether it did; must stay the same from one render to the next
 */
export function useLateStart(isStranger: boolean, lookUp: () => Promise<boolean>): Standing {
  const [standing, setStanding] = useState<Standing>(isStranger ? "asking" : "known");
  useEffect(() => {
    if (!isStranger) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isDone = false;
    const ask = async () => {
      clearTimeout(timer);
      const slow = setTimeout(() => setStanding("away"), slowAnswerMs);
      isDone ||= await lookUp();
      clearTimeout(slow);
      setStanding(isDone ? "known" : "away");
      if (!isDone) timer = setTimeout(ask, pauseMs);
    };
    const askAgain = () => !isDone && void ask();
    void ask();
    window.addEventListener("online", askAgain);
    return () => {
      isDone = true;
      clearTimeout(timer);
      window.removeEventListener("online", askAgain);
    };
  }, [isStranger, lookUp]);
  return standing;
}
