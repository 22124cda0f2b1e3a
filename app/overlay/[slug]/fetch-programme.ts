import { layoutOpinionMap, type OpinionMapLayout } from "@/lib/map/layout-opinion-map";
import type { Size } from "@/lib/map/scene";
import type { OverlayProgramme } from "@/lib/overlay/programme";

export interface ProgrammeRequest {
  url: string;
  /** px of the map */
  size: Size;
}

/** What an overlay shows, with its map laid out. */
export interface ShownProgramme {
  programme: OverlayProgramme;
  /** Null where there is no map. */
  layout: OpinionMapLayout | null;
}

/** A connection that swallows everything must not stop the picture on air for good. */
const patienceMs = 10_000;

/**
 * Asks what an overlay is to show now.
 * @returns null when there is no such conversation for it (any more)
 * @throws Error when it cannot be had
 */
export async function fetchProgramme(
  { url, size }: ProgrammeRequest,
  signal: AbortSignal,
  waitMs = patienceMs,
): Promise<ShownProgramme | null> {
  const inTime = new AbortController();
  const giveUp = () => inTime.abort();
  const timer = setTimeout(giveUp, waitMs);
  signal.addEventListener("abort", giveUp);
  try {
    const response = await fetch(url, { signal: inTime.signal, cache: "no-store" });
    if (response.status === 404 || response.status === 403) return null;
    if (!response.ok) throw new Error(`The overlay answered ${response.status}.`);
    const programme: OverlayProgramme = await response.json();
    const layout = programme.map && layoutOpinionMap(programme.map.map, size, null);
    return { programme, layout };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", giveUp);
  }
}
