"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect } from "react";
import { Skeleton } from "../_ui/skeleton";

const lookPauseMs = 3_000;

interface Props {
  heading: RefObject<HTMLHeadingElement | null>;
  hasVoted: boolean;
  /** The conversation has closed meanwhile. */
  isOver: boolean;
  /** There are more statements, only not in this browser yet. */
  hasMore: boolean;
  mayWrite: boolean;
  isWaiting: boolean;
  /** Asks the server for more; resolves with whether it answered. */
  onLook(): Promise<boolean>;
}

/** What stands in the place of a statement when there is none to show. */
export function DeckEnd(props: Props) {
  const { heading, hasVoted, isOver, hasMore, mayWrite, isWaiting, onLook } = props;
  const t = useTranslations("vote");
  useLookOut(hasMore && !isOver && !isWaiting, onLook);

  if (hasMore && !isOver) {
    return (
      <div className="grid min-h-72 content-start gap-4 rounded-card border border-line bg-card p-4 sm:p-7">
        <h2 ref={heading} tabIndex={-1} className="font-normal text-muted">
          {t(isWaiting ? "moreWhenOnline" : "loadingMore")}
        </h2>
        <Skeleton className="h-7" />
        <Skeleton className="h-7 w-2/3" />
      </div>
    );
  }
  const [title, body] = isOver
    ? (["closedTitle", "closedBody"] as const)
    : hasVoted
      ? (["doneTitle", "doneBody"] as const)
      : (["emptyTitle", mayWrite ? "emptyBodyWrite" : "emptyBodyWait"] as const);
  return (
    <div className="grid gap-2 rounded-card border border-line bg-card p-4 sm:p-7">
      <h2 ref={heading} tabIndex={-1} className="text-xl">
        {t(title)}
      </h2>
      <p className="text-muted">{t(body)}</p>
      {hasVoted && (
        <a href="#finish" className="link justify-self-start py-2.5">
          {t("doneShared")}
        </a>
      )}
    </div>
  );
}

/** Asks for more until there is an answer. */
function useLookOut(isOn: boolean, onLook: () => Promise<boolean>): void {
  useEffect(() => {
    if (!isOn) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const look = async () => {
      if (!(await onLook()) && !isOver) timer = setTimeout(look, lookPauseMs);
    };
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isOn, onLook]);
}
