/** The shape of what is coming; give it a size. */
export function Skeleton({ className }: { className: string }) {
  return <div className={`motion-safe:animate-breathe rounded-control bg-line ${className}`} />;
}
