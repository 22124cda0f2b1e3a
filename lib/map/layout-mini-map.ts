import { createScene } from "./create-scene";
import { measureDensity } from "./density";
import type { MapSource, Size } from "./scene";
import { type Land, miniDetail, shapeIslands } from "./shape-islands";

/** px; the viewBox of every small map */
export const miniMapSize: Size = { width: 320, height: 180 };

/**
 * Lays out the map as the mark of a conversation on a card: coasts, two heights and one line in the
 * water, no people and no letters, since nothing smaller could be read.
 * @returns no islands before anybody has a place on the map
 */
export function layoutMiniMap(source: MapSource, size: Size = miniMapSize): Land {
  return shapeIslands(measureDensity(createScene(source, size), miniDetail), miniDetail);
}
