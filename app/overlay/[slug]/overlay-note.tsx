import type { ReactNode } from "react";

/** A word where no map can be shown. */
export function OverlayNote({ children }: { children: ReactNode }) {
  return (
    <p className="fixed inset-x-0 bottom-8 mx-auto w-fit rounded-control bg-card px-6 py-3 text-2xl text-ink">
      {children}
    </p>
  );
}
