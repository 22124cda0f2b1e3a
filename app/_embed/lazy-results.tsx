"use client";

import { type ComponentProps, lazy, Suspense, useLayoutEffect } from "react";
import type { LiveResults } from "../_results/live-results";
import { host } from "../_vote/host";
import { ownHeaders } from "../_vote/own-token";
import { openTokenStream } from "./open-token-stream";

const Results = lazy(() =>
  import("../_results/live-results").then((file) => ({ default: file.LiveResults })),
);

interface Props extends ComponentProps<typeof LiveResults> {
  /** The conversation, where the page was shown to whoever has a token and is kept up with it too. */
  ownIn: number | null;
}

/** Drawn on the server; a frame that shows the vote alone goes without its code. */
export function LazyResults({ ownIn, ...props }: Props) {
  // Before the results begin to listen.
  useLayoutEffect(() => {
    if (ownIn === null) return;
    host.reader = { headers: () => ownHeaders(ownIn), openStream: openTokenStream };
    return () => {
      host.reader = undefined;
    };
  }, [ownIn]);
  return (
    <Suspense>
      <Results {...props} />
    </Suspense>
  );
}
