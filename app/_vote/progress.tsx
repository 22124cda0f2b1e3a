"use client";

import { useTranslations } from "next-intl";
import type { Delivery } from "./use-vote-sender";
import { VoteSign } from "./vote-signs";

interface Props {
  voted: number;
  total: number;
  delivery: Delivery;
  onUndo: (() => void) | undefined;
}

/** "12 of 48", and the way back. */
export function Progress({ voted, total, delivery, onUndo }: Props) {
  const { waiting, isOnDevice, sent } = delivery;
  const t = useTranslations("vote");
  if (total === 0) return null;
  return (
    <div className="flex min-h-11 items-center gap-4 text-muted text-sm">
      {waiting > 0 ? (
        <span aria-hidden="true" className="grow font-medium text-warning">
          {t(isOnDevice ? "savedHere" : "notSentYet", { count: waiting })}
        </span>
      ) : sent > 0 ? (
        <span aria-hidden="true" className="flex grow items-center gap-1.5 font-medium text-agree">
          <VoteSign value={1} className="size-4" />
          {t("sentHere", { count: sent })}
        </span>
      ) : (
        <Bar label={t("progressLabel", { voted, total })} percent={(100 * voted) / total} />
      )}
      <span aria-hidden="true" className="whitespace-nowrap tabular-nums">
        {t("progress", { voted, total })}
      </span>
      {onUndo && (
        <button
          type="button"
          onClick={onUndo}
          aria-label={t("undoLabel")}
          className="-me-3 inline-flex min-h-11 shrink-0 items-center gap-1.5 rounded-control px-3 font-medium text-accent hover:bg-accent-soft"
        >
          <UndoIcon />
          {t("undo")}
        </button>
      )}
    </div>
  );
}

function Bar({ label, percent }: { label: string; percent: number }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      className="h-1 min-w-0 grow overflow-hidden rounded-full bg-line rtl:-scale-x-100"
    >
      <rect width={percent} height="4" className="fill-accent motion-safe:transition-all" />
    </svg>
  );
}

function UndoIcon() {
  return (
    <svg
      viewBox="0 0 20 20"
      className="size-4 fill-none stroke-current rtl:-scale-x-100"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M7.5 4.5L3.5 8.5l4 4M4 8.5h7.5a4.5 4.5 0 0 1 0 9H8" />
    </svg>
  );
}
