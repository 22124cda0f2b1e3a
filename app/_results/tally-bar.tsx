import type { Tally } from "@/lib/results/tally";

/** Full for agree, a thread for those who passed, two stripes for disagree: told apart in grey. */
const parts = [
  { kind: "agrees", className: "fill-agree", stripes: [[0, 8]] },
  { kind: "passes", className: "fill-pass", stripes: [[3, 2]] },
  {
    kind: "disagrees",
    className: "fill-disagree",
    stripes: [
      [0, 3],
      [5, 3],
    ],
  },
] as const;

/**
 * A crowd as one bar: agree from where reading begins, those who passed, disagree, and open ground for those who
 * did not vote. Decoration: the words beside it say the same.
 */
export function TallyBar({ tally, className }: { tally: Tally; className?: string }) {
  const crowd = tally.agrees + tally.disagrees + tally.passes + (tally.notVoted ?? 0);
  let at = 0;
  return (
    <svg
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      className={`rtl:-scale-x-100 ${className ?? "block h-2.5 w-full"}`}
      aria-hidden="true"
    >
      {parts.map(({ kind, className: fill, stripes }) => {
        const width = crowd === 0 ? 0 : (100 * tally[kind]) / crowd;
        const start = at;
        at += width;
        return <path key={kind} d={drawStripes(start, width, stripes)} className={fill} />;
      })}
      {at < 99.5 && <path d={drawStripes(at, 100 - at, [[0, 8]])} className="fill-line" />}
    </svg>
  );
}

/** @param stripes pairs of top and height */
function drawStripes(
  start: number,
  width: number,
  stripes: readonly (readonly [number, number])[],
): string {
  const [x, length] = [round(start), round(width)];
  return stripes.map(([y, height]) => `M${x},${y}h${length}v${height}h${-length}z`).join("");
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
