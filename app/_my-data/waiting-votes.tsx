"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

/** How many votes this browser still has to send: nobody but the browser knows. */
export function WaitingVotes({ conversationId }: { conversationId: number }) {
  const t = useTranslations("myData");
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    import("./unsent-votes")
      .then(({ countUnsent }) => countUnsent(conversationId))
      .then(setCount)
      .catch(() => {}); // not told, then
    // Whoever goes back after somebody has left must not see this page as it was.
    const onShow = ({ persisted }: PageTransitionEvent) => persisted && location.reload();
    window.addEventListener("pageshow", onShow);
    return () => window.removeEventListener("pageshow", onShow);
  }, [conversationId]);
  // Its place is kept: what follows must not move under a finger when the number comes.
  return (
    <li className={count === null ? "invisible" : undefined}>
      {t("browserWaiting", { count: count ?? 0 })}
    </li>
  );
}
