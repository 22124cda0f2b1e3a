/** Runs `act` when the page has loaded and the browser has nothing better to do; returns how not to. */
export function whenIdle(act: () => void): () => void {
  const waiting = new AbortController();
  const run = () => !waiting.signal.aborted && act();
  const wait = () => {
    if ("requestIdleCallback" in window) requestIdleCallback(run, { timeout: 5_000 });
    else setTimeout(run, 2_000);
  };
  if (document.readyState === "complete") wait();
  else window.addEventListener("load", wait, { once: true, signal: waiting.signal });
  return () => waiting.abort();
}

/** Whether this browser was told to load no more than it must. */
export function savesData(): boolean {
  const { connection }: { connection?: { saveData?: boolean } } = Object(navigator);
  return connection?.saveData === true;
}
