import { host } from "./host";
import type { Outcome } from "./request-types";

type Api = typeof import("./api");

/**
 * The requests and their schemas come with the first sign of use: the first load goes without them.
 * Returns how to stop waiting for it.
 */
export function preloadApiOnUse(): () => void {
  const waiting = new AbortController();
  const options = { once: true, signal: waiting.signal };
  for (const sign of ["pointerover", "keydown", "scroll"]) {
    document.addEventListener(sign, preloadApi, options);
  }
  return () => waiting.abort();
}

function preloadApi(): void {
  import("./api").catch(() => {}); // asked for again when it is needed
}

/** Runs a request; when its code cannot be fetched either, there is no connection. */
export async function withApi<T>(run: (api: Api) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const api = await import("./api").catch(() => null);
  await host.identified;
  return api ? run(api) : { kind: "later", afterMs: 0, wasReached: false };
}
