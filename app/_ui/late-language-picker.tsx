"use client";

import { type ComponentProps, lazy, Suspense } from "react";
import type { LanguagePicker } from "./language-picker";

const Picker = lazy(() =>
  import("./language-picker").then((file) => ({ default: file.LanguagePicker })),
);

/** The page for what is not there goes along with every other one, which is not to load its script. */
export function LateLanguagePicker(props: ComponentProps<typeof LanguagePicker>) {
  return (
    <Suspense>
      <Picker {...props} />
    </Suspense>
  );
}
