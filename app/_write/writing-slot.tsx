"use client";

import { type ComponentType, useEffect, useState } from "react";
import type { WritingHelpProps } from "./writing-help";

/** Hints and similar statements; their code comes when somebody begins to write. */
export function WritingSlot({ isWanted, ...props }: WritingHelpProps & { isWanted: boolean }) {
  const [Help, setHelp] = useState<ComponentType<WritingHelpProps> | null>(null);
  useEffect(() => {
    if (Help || !isWanted) return;
    import("./writing-help").then(
      (help) => setHelp(() => help.default),
      () => {}, // asked for again with the next sign of use
    );
  }, [Help, isWanted]);
  return Help && <Help {...props} />;
}
