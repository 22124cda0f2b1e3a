import type { ReactNode } from "react";

/** A word where nothing else can be shown. */
export function OverlayNote({ children }: { children: ReactNode }) {
  return <p className="overlay-card overlay-big overlay-note">{children}</p>;
}
