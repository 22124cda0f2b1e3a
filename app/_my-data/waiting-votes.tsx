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
  return count === null ? null : <li>{t("browserWaiting", { count })}</li>;
}
