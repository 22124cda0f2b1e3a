import { host } from "@/app/_vote/host";
import { History, HistoryProgress } from "@/lib/schemas/history";

const pauseMs = 1000;

/**
 * A conversation's history, once it has been made.
 * @param onProgress told the share that is done, 0..1, while it is being made
 * @returns null when there is none yet
 * @throws Error when it cannot be had
 */
export async function fetchHistory(
  slug: string,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<History | null> {
  const address = `/api/v1/conversations/${encodeURIComponent(slug)}/history/latest`;
  const headers = await host.reader?.headers();
  for (;;) {
    const response = await fetch(address, { signal, headers });
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(`The history answered ${response.status}.`);
    const body: unknown = await response.json();
    if (response.status !== 202) return History.parse(body);
    onProgress(HistoryProgress.parse(body).done);
    await pause(signal);
  }
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, pauseMs);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
