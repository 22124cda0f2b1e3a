import type { Tally } from "@/lib/results/tally";

const parts = [
  { kind: "agrees", className: "fill-agree" },
  { kind: "passes", className: "fill-pass opacity-45" },
  { kind: "disagrees", className: "fill-disagree" },
] as const;

/**
 * A crowd as one bar: agree from the left, disagree beside it after those who passed, and open
 * ground for those who did not vote. Decoration: the words beside it say the same.
 */
export function TallyBar({ tally, className }: { tally: Tally; className?: string }) {
  const crowd = tally.agrees + tally.disagrees + tally.passes + tally.notVoted;
  let at = 0;
  return (
    <svg
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      className={className ?? "block h-2.5 w-full"}
      aria-hidden="true"
    >
      <rect width={100} height={8} className="fill-line" />
      {parts.map(({ kind, className: fill }) => {
        const width = crowd === 0 ? 0 : (100 * tally[kind]) / crowd;
        const start = at;
        at += width;
        return (
          <rect key={kind} x={round(start)} width={round(width)} height={8} className={fill} />
        );
      })}
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
