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

/**
 * Asks what an overlay is to show now.
 * @returns null when there is no such conversation for it (any more)
 * @throws Error when it cannot be had
 */
export async function fetchProgramme(
  { url, size }: ProgrammeRequest,
  signal: AbortSignal,
): Promise<ShownProgramme | null> {
  const response = await fetch(url, { signal, cache: "no-store" });
  if (response.status === 404 || response.status === 403) return null;
  if (!response.ok) throw new Error(`The overlay answered ${response.status}.`);
  const programme: OverlayProgramme = await response.json();
  const layout = programme.map && layoutOpinionMap(programme.map.map, size, null);
  return { programme, layout };
}
