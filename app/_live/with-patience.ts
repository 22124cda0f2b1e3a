/**
 * Aborts what takes longer than this: an answer on a connection that fell silent would be waited for
 * without end.
 * @param stop aborts it earlier
 */
export async function withPatience<Found>(
  patienceMs: number,
  stop: AbortSignal,
  read: (signal: AbortSignal) => Promise<Found>,
): Promise<Found> {
  const abort = new AbortController();
  const giveUp = () => abort.abort();
  const timer = setTimeout(giveUp, patienceMs);
  stop.addEventListener("abort", giveUp);
  try {
    return await read(abort.signal);
  } finally {
    clearTimeout(timer);
    stop.removeEventListener("abort", giveUp);
  }
}
