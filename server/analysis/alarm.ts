export interface Alarm {
  ring(): void;
  /** Ends at the ring (one that came before counts), at `atMostMs`, or when the signal aborts. */
  sleep(options: { atLeastMs: number; atMostMs: number }): Promise<void>;
}

/** Lets one loop sleep until there may be something to do. */
export function createAlarm(signal: AbortSignal): Alarm {
  let hasRung = false;
  let wake = () => {};
  signal.addEventListener("abort", () => wake());

  function wait(ms: number, mayWake: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted || mayWake()) return resolve();
      const timer = setTimeout(finish, ms);
      wake = () => {
        if (signal.aborted || mayWake()) finish();
      };
      function finish() {
        clearTimeout(timer);
        wake = () => {};
        resolve();
      }
    });
  }

  return {
    ring() {
      hasRung = true;
      wake();
    },
    async sleep({ atLeastMs, atMostMs }) {
      await wait(atLeastMs, () => false);
      await wait(Math.max(atMostMs - atLeastMs, 0), () => hasRung);
      hasRung = false;
    },
  };
}
