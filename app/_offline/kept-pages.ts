import { addressOf, cacheOf, cachePrefix } from "./page-cache";

const assetsPath = "/_next/static/";
/** Beyond this the conversation that was first kept goes. */
const mostPages = 10;
const freshMs = 12 * 60 * 60 * 1000;
const keptAtHeader = "Plenum-Kept-At";
const keptInHeader = "Plenum-Kept-In";

export function isVotePage(path: string): boolean {
  return /^\/c\/[^/]+\/?$/.test(path);
}

export function isAsset(path: string): boolean {
  return path.startsWith(assetsPath);
}

/** The copy of a vote page, whatever the query; undefined when none was kept. */
export function findPage(path: string): Promise<Response | undefined> {
  return caches.match(path.replace(/\/$/, ""));
}

/**
 * Keeps a vote page and what it needs, in a cache of its own. It is fetched without cookies, as a page
 * for nobody: what is kept on a device tells nothing about who used it.
 * @param page.assets what the open page has loaded so far, parts that came later included
 */
export async function keepPage(page: {
  slug: string;
  lang: string;
  assets: string[];
}): Promise<void> {
  const address = addressOf(page.slug);
  const loaded = page.assets.map(pathOf).filter(isAsset);
  if (await isFresh(address, page.lang, loaded)) return;
  const query = new URLSearchParams({ copy: "1", lang: page.lang });
  const response = await fetch(`${address}?${query}`, { credentials: "omit", redirect: "error" });
  if (!response.ok) return;
  const html = await response.text();
  const named = html.match(/\/_next\/static\/[\w./~@%+-]+/g) ?? [];
  const assets = new Set([...named, ...loaded]);
  const cache = await caches.open(cacheOf(page.slug));
  await addMissing(cache, assets);
  await cache.put(address, new Response(html, { headers: headersOf(response, page.lang) }));
  await prune(cache, new Set([...assets, address]));
}

/** Its own, the policy with the nonce of its scripts above all, without those on how it travelled. */
function headersOf(response: Response, lang: string): Headers {
  const headers = new Headers(response.headers);
  for (const name of ["Content-Encoding", "Content-Length", "Vary"]) headers.delete(name);
  headers.set(keptAtHeader, String(Date.now()));
  headers.set(keptInHeader, lang);
  return headers;
}

/** A copy of the same build, in the same language, that is not old yet. */
async function isFresh(address: string, lang: string, loaded: string[]): Promise<boolean> {
  const copy = await findPage(address);
  if (copy?.headers.get(keptInHeader) !== lang) return false;
  const ageMs = Date.now() - Number(copy.headers.get(keptAtHeader));
  const found = await Promise.all(loaded.map((asset) => caches.match(asset)));
  return ageMs >= 0 && ageMs < freshMs && found.every((asset) => asset !== undefined);
}

/** The names of assets change with their content: what is here need not be fetched again. */
async function addMissing(cache: Cache, paths: Set<string>): Promise<void> {
  const missing: string[] = [];
  for (const path of paths) if (!(await cache.match(path))) missing.push(path);
  await cache.addAll(missing);
}

/** Forgets what an earlier copy was drawn with, and the conversations kept longest ago. */
async function prune(cache: Cache, needed: Set<string>): Promise<void> {
  for (const request of await cache.keys()) {
    if (!needed.has(pathOf(request.url))) await cache.delete(request);
  }
  const names = (await caches.keys()).filter((name) => name.startsWith(cachePrefix));
  for (const name of names.slice(0, -mostPages)) await caches.delete(name);
}

/** The path of an address here; empty for any other place. */
function pathOf(address: string): string {
  const { origin, pathname } = new URL(address, location.origin);
  return origin === location.origin ? pathname : "";
}
