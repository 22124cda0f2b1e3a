import type { VoteValue } from "@/lib/schemas/vote";

const paths: Record<VoteValue, string> = {
  1: "M4.5 10.5l3.7 3.7 7.3-8.4",
  [-1]: "M5.2 5.2l9.6 9.6m0-9.6l-9.6 9.6",
  0: "M4.5 10h11",
};

/** ✓, ✕ or –: a vote is told by its sign as well as by its colour. */
export function VoteSign({
  value,
  className = "size-6",
}: {
  value: VoteValue;
  className?: string;
}) {
  return (
    <svg
      viewBox="0 0 20 20"
      className={`shrink-0 fill-none stroke-current ${className}`}
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[value]} />
    </svg>
  );
}
