import type { AgreementArea } from "@/lib/schemas/agreement";
import { contourPath } from "./contour-path";
import { addVillage, createField } from "./density-field";
import { findAreas } from "./lean";
import type { MapScene } from "./scene";

/** Ground where one side prevails, to be cut at the coasts; an SVG path. */
export interface Shade {
  side: "agree" | "disagree";
  path: string;
}

/** Lines of agreement less disagreement, as shares of voters: a clear lean, and a great majority. */
const thresholds = [0.2, 0.6];
/** Where nobody who voted is near, there is nothing to shade. */
const leastNearness = 1e-6;

/**
 * Shades the ground by who agreed: around each village as its area voted, blended by nearness and
 * people.
 * @returns from the widest ground to the narrowest of each side; "" paths are left out
 */
export function shadeAgreement(
  scene: MapScene,
  areas: readonly AgreementArea[],
  cellPx: number,
): Shade[] {
  const areaOf = findAreas(areas);
  const [voted, net] = [createField(scene.size, cellPx), createField(scene.size, cellPx)];
  for (const village of scene.villages) {
    const area = areaOf.get(village.id);
    if (!area) continue;
    const voters = area.agrees + area.disagrees + area.passes;
    const share = (area.agrees - area.disagrees) / voters;
    addVillage(voted, village, village.weight, scene.radiusPx);
    addVillage(net, village, village.weight * share, scene.radiusPx);
  }
  for (let cell = 0; cell < net.values.length; cell++) {
    const nearness = voted.values[cell]!;
    net.values[cell] = nearness > leastNearness ? net.values[cell]! / nearness : 0;
  }
  const opposite = { ...net, values: net.values.map((value) => 0 - value) };
  return thresholds
    .flatMap((threshold): Shade[] => [
      { side: "agree", path: contourPath(net, threshold) },
      { side: "disagree", path: contourPath(opposite, threshold) },
    ])
    .filter(({ path }) => path !== "");
}
