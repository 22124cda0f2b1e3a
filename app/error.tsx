"use client";

import { ErrorPage } from "./_ui/error-page";

export default function RootError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <main id="main">
      <ErrorPage retry={retry} />
    </main>
  );
}
