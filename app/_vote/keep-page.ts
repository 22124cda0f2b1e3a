import { syncTag, type WorkerMessage } from "../_offline/worker-message";

/** Keeps this page for times without a connection, where the browser can. */
export async function keepPage(slug: string): Promise<void> {
  const assets = performance.getEntriesByType("resource").map(({ name }) => name);
  await tell({ kind: "keep", slug, lang: document.documentElement.lang, assets });
}

/** A page that opens by itself would say that one can still vote. */
export async function dropPage(slug: string): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration) await tell({ kind: "drop", slug });
}

/** Has the votes sent when there is a connection, be this page still open or not. */
export async function sendLater(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker?.getRegistration();
    await registration?.sync?.register(syncTag);
  } catch {
    // Not allowed here: the votes leave when the page is opened again.
  }
}

async function tell(message: WorkerMessage): Promise<void> {
  try {
    const registered = await navigator.serviceWorker?.register("/sw.js", {
      updateViaCache: "none",
    });
    if (!registered) return;
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage(message);
  } catch {
    // Private mode, storage blocked: the page works, only not without a connection.
  }
}
