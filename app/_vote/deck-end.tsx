"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect } from "react";
import { Skeleton } from "../_ui/skeleton";

interface Props {
  heading: RefObject<HTMLHeadingElement | null>;
  hasVoted: boolean;
  /** There are more statements, only not in this browser yet. */
  hasMore: boolean;
  mayWrite: boolean;
  isWaiting: boolean;
  /** Asks the server for more. */
  onLook(): void;
}

/** What stands in the place of a statement when there is none to show. */
export function DeckEnd({ heading, hasVoted, hasMore, mayWrite, isWaiting, onLook }: Props) {
  const t = useTranslations("vote");
  useEffect(() => {
    if (hasMore && !isWaiting) onLook();
  }, [hasMore, isWaiting, onLook]);

  if (hasMore) {
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
  const wait = mayWrite ? "emptyBodyWrite" : "emptyBodyWait";
  return (
    <div className="grid gap-2 rounded-card border border-line bg-card p-4 sm:p-7">
      <h2 ref={heading} tabIndex={-1} className="text-xl">
        {t(hasVoted ? "doneTitle" : "emptyTitle")}
      </h2>
      <p className="text-muted">{t(hasVoted ? "doneBody" : wait)}</p>
    </div>
  );
}
