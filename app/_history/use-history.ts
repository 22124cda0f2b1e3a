import { useEffect, useState } from "react";
import type { History } from "@/lib/schemas/history";
import { fetchHistory } from "./fetch-history";

export type HistoryState =
  /** Share 0..1 that is done; null before anything is known. */
  | { kind: "making"; done: number | null }
  | { kind: "ready"; history: History }
  | { kind: "none" }
  | { kind: "failed" };

/** Asks for a conversation's history once. */
export function useHistory(slug: string): HistoryState {
  const [state, setState] = useState<HistoryState>({ kind: "making", done: null });
  useEffect(() => {
    const abort = new AbortController();
    const tell = (done: number) => setState({ kind: "making", done });
    fetchHistory(slug, tell, abort.signal).then(
      (history) => setState(history ? { kind: "ready", history } : { kind: "none" }),
      () => {
        if (!abort.signal.aborted) setState({ kind: "failed" });
      },
    );
    return () => abort.abort();
  }, [slug]);
  return state;
}
