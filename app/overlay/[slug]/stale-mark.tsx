/** Small, near a corner: the audience should not be told something that no longer holds. */
export function StaleMark({ text }: { text: string }) {
  return (
    <p
      role="status"
      className="fixed end-4 top-4 z-10 flex items-center gap-2 rounded-control bg-card px-3 py-1.5 text-base text-ink"
    >
      <span aria-hidden="true" className="size-2.5 rounded-full bg-disagree" />
      {text}
    </p>
  );
}
