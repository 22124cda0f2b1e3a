"use client";

import { useTranslations } from "next-intl";
import type { LiveState } from "../_live/follow-events";

const dots = {
  connecting: "bg-edge",
  live: "bg-agree motion-safe:animate-breathe",
  stale: "bg-disagree",
};

/** Whether what is shown keeps up with the votes. Takes its room from the start, so nothing jumps. */
export function LiveMark({ state }: { state: LiveState }) {
  const t = useTranslations("map");
  const text = { connecting: "", live: t("live"), stale: t("stale") }[state];
  return (
    <p className="flex min-h-6 items-center gap-2 text-muted text-sm">
      {text !== "" && (
        <span aria-hidden="true" className={`size-2.5 rounded-full ${dots[state]}`} />
      )}
      {text}
    </p>
  );
}
