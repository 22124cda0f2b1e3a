/** Whatever somebody does first should find the connection free. */
const respiteMs = 2_000;

/** Runs `act` some time after the page has loaded, when nothing else goes on; returns how not to. */
export function whenIdle(act: () => void, afterMs = respiteMs): () => void {
  const waiting = new AbortController();
  const { signal } = waiting;
  const run = () => !signal.aborted && act();
  const settle = () => {
    if ("requestIdleCallback" in window) requestIdleCallback(run, { timeout: respiteMs });
    else run();
  };
  const wait = () => setTimeout(settle, afterMs);
  if (document.readyState === "complete") wait();
  else window.addEventListener("load", wait, { once: true, signal });
  return () => waiting.abort();
}

/** Whether this browser was told to load no more than it must. */
export function savesData(): boolean {
  const { connection }: { connection?: { saveData?: boolean } } = Object(navigator);
  return connection?.saveData === true;
}
