import type { AgreementArea } from "@/lib/schemas/agreement";
import { findAreas, type Lean, leanOf } from "./lean";
import type { MapScene } from "./scene";
import { signPath } from "./sign-shape";

export interface SignMarks {
  lean: Lean;
  /** All villages of that lean as one SVG path, to be stroked. */
  path: string;
}

/** px, on a drawing 600 px high: of one person, and of the largest village. */
const smallestRadiusPx = 4;
const largestRadiusPx = 8;
const referenceHeightPx = 600;

/** Draws each village as the sign of how its area voted; its size grows with its people. */
export function drawSigns(scene: MapScene, areas: readonly AgreementArea[]): SignMarks[] {
  const areaOf = findAreas(areas);
  const heaviest = scene.villages.reduce((most, { weight }) => Math.max(most, weight), 12);
  const unit = Math.min(scene.size.width, scene.size.height) / referenceHeightPx;
  const paths: Record<Lean, string> = { untold: "", mixed: "", disagree: "", agree: "" };
  for (const { id, x, y, weight } of scene.villages) {
    const area = areaOf.get(id);
    const lean = area ? leanOf(area) : "untold";
    const growth = Math.sqrt(weight / heaviest);
    const radius = unit * (smallestRadiusPx + (largestRadiusPx - smallestRadiusPx) * growth);
    paths[lean] += signPath(lean, x, y, radius);
  }
  return (Object.entries(paths) as [Lean, string][])
    .filter(([, path]) => path !== "")
    .map(([lean, path]) => ({ lean, path }));
}
