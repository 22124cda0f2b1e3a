import type { ReactNode } from "react";

/** A word where nothing else can be shown. */
export function OverlayNote({ children }: { children: ReactNode }) {
  return (
    <p className="overlay-card overlay-big absolute inset-x-0 bottom-[12%] mx-auto w-fit max-w-[80%] text-center">
      {children}
    </p>
  );
}
