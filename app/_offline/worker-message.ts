/** What a page asks the service worker to do. */
export type WorkerMessage =
  | {
      kind: "keep";
      slug: string;
      /** The language the page is shown in. */
      lang: string;
      /** Addresses of the scripts and styles it uses. */
      assets: string[];
    }
  | { kind: "drop"; slug: string };

/** Asks the browser to wake the service worker when there is a connection. */
export const syncTag = "plenum-votes";

export function readWorkerMessage(data: unknown): WorkerMessage | null {
  const { kind, slug, lang, assets }: Record<string, unknown> = Object(data);
  if (typeof slug !== "string") return null;
  if (kind === "drop") return { kind, slug };
  if (kind !== "keep" || typeof lang !== "string" || !Array.isArray(assets)) return null;
  return { kind, slug, lang, assets: assets.filter((asset) => typeof asset === "string") };
}
