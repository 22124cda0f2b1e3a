/** Whoever slept longer may hold a connection that is dead and does not know it. */
const asleepMs = 10_000;

/**
 * Tells when a page is looked at again after ten seconds out of sight or more.
 * @returns stops watching
 */
export function watchWaking(onWake: () => void): () => void {
  let hiddenAtMs = Date.now();
  const onVisibility = () => {
    if (document.hidden) hiddenAtMs = Date.now();
    else if (Date.now() - hiddenAtMs >= asleepMs) onWake();
  };
  document.addEventListener("visibilitychange", onVisibility);
  return () => document.removeEventListener("visibilitychange", onVisibility);
}
