import { findPage, isAsset, isVotePage, keepPage } from "./kept-pages";
import { cacheOf } from "./page-cache";
import { sendWaiting } from "./send-waiting";
import { readWorkerMessage, syncTag } from "./worker-message";

/*
 * Opens the vote page without a connection and sends votes that a closed page left behind. It touches
 * nothing else: answers of the API, results and the console always come from the server. It is built
 * into one script, server/process/build-service-worker.ts, and takes over at once when it changes:
 * what it keeps is named by content, so that the pages of two builds do not get into each other's way.
 */

/** A connection as slow as this is as good as none for opening a page. */
const patienceMs = 3_000;

declare const self: ServiceWorkerScope;

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && isVotePage(pathname)) {
    event.respondWith(openPage(request, pathname));
  } else if (isAsset(pathname)) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  }
});

self.addEventListener("message", (event) => {
  const message = readWorkerMessage(event.data);
  if (message?.kind === "keep") event.waitUntil(keepPage(message));
  if (message?.kind === "drop") event.waitUntil(caches.delete(cacheOf(message.slug)));
});

self.addEventListener("sync", (event) => {
  if (event.tag === syncTag) event.waitUntil(sendWaiting());
});

/** From the server, unless it does not answer soon or is in trouble and there is a copy. */
async function openPage(request: Request, path: string): Promise<Response> {
  const fresh = fetch(request);
  const copy = await findPage(path);
  if (!copy) return fresh;
  const late = new Promise<Response>((resolve) => setTimeout(resolve, patienceMs, copy));
  const answer = fresh.then((response) => (response.status >= 500 ? copy : response));
  return Promise.race([answer.catch(() => copy), late]);
}
