"use client";

import { type ComponentProps, lazy, Suspense } from "react";
import type { LiveResults } from "../_results/live-results";

const Results = lazy(() =>
  import("../_results/live-results").then((file) => ({ default: file.LiveResults })),
);

/** Drawn on the server; a frame that shows the vote alone goes without its code. */
export function LazyResults(props: ComponentProps<typeof LiveResults>) {
  return (
    <Suspense>
      <Results {...props} />
    </Suspense>
  );
}
