"use client";

import { useState } from "react";
import { ModerationReason } from "@/lib/schemas/statement-input";
import type { Decision } from "./use-moderation";
import type { useQueueView } from "./use-queue-view";
import { useSingleKeys } from "./use-single-keys";

interface Options {
  mayModerate: boolean;
  view: ReturnType<typeof useQueueView>;
  decide(decision: Decision): void;
  undo(): void;
}

/**
 * J and K move, A publishes, R asks for a reason (1 to 9), U undoes; all of it can be switched off, and is
 * for whoever may not moderate.
 */
export function useQueueKeys({ mayModerate, view, decide, undo }: Options) {
  const [isOn, setIsOn] = useState(mayModerate);
  const isListening = useSingleKeys(isOn, (key) => {
    if (key === "j") view.step(1);
    if (key === "k") view.step(-1);
    moderateBy(key);
  });

  function moderateBy(key: string) {
    if (key === "u") undo();
    if (key === "Escape" && view.rejectingId !== null) view.stopRejecting();
    const statement = view.shown.find(({ id }) => id === view.selectedId);
    if (!statement) return;
    if (key === "a" && statement.moderation !== "accepted") {
      decide({ statement, to: "accepted", reason: null });
    }
    if (key === "r" && statement.moderation !== "rejected") view.startRejecting(statement.id);
    const reason = ModerationReason.options[Number(key) - 1];
    if (reason && view.rejectingId === statement.id) decide({ statement, to: "rejected", reason });
  }

  return { isOn, setIsOn, isListening };
}
