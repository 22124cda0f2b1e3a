"use client";

import { ErrorPage } from "../_ui/error-page";

export default function PublicError({ retry }: { error: unknown; retry: () => void }) {
  return <ErrorPage retry={retry} />;
}
