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
  const crowd = tally.agrees + tally.disagrees + tally.passes + tally.notVoted;
  let at = 0;
  return (
    <svg
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      className={`rtl:-scale-x-100 ${className ?? "block h-2.5 w-full"}`}
      aria-hidden="true"
    >
      {parts.flatMap(({ kind, className: fill, stripes }) => {
        const width = crowd === 0 ? 0 : (100 * tally[kind]) / crowd;
        const start = at;
        at += width;
        return stripes.map(([y, height]) => (
          <rect
            key={`${kind}/${y}`}
            x={round(start)}
            y={y}
            width={round(width)}
            height={height}
            className={fill}
          />
        ));
      })}
      {at < 99.5 && (
        <rect x={round(at)} y={0} width={round(100 - at)} height={8} className="fill-line" />
      )}
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
