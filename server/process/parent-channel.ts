/**
 * For a child process of ours: aborts when the parent closes the channel or dies, whatever the cause.
 * Ctrl-C reaches the whole group and is left to the parent, who knows in which order to stop.
 */
export function abortWithParent(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once("disconnect", stop);
  process.once("SIGTERM", stop);
  process.on("SIGINT", () => {});
  // It may have gone while this process was loading.
  if (!process.connected) stop();
  return controller.signal;
}
