/** Small, above the picture: the audience should not be told something that no longer holds. */
export function StaleMark({ text }: { text: string }) {
  return (
    <div role="status" className="overlay-stale">
      <p>
        <span aria-hidden="true" className="size-[0.6em] rounded-full bg-disagree" />
        {text}
      </p>
    </div>
  );
}
