import type { Size } from "@/lib/map/scene";

/** px; the viewBox of the map on a page */
export const mapSize: Size = { width: 840, height: 560 };
