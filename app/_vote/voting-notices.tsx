"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Notice } from "../_ui/notice";
import { type Announced, Announcer } from "./announcer";
import { RefusedVotes } from "./refused-votes";
import type { Delivery } from "./use-vote-sender";

interface Props {
  delivery: Delivery;
  /** The page was opened without a connection. */
  isAway?: boolean;
  announced: Announced;
}

/** What became of the votes, said politely and once. */
export function VotingNotices({ delivery, isAway = false, announced }: Props) {
  const t = useTranslations("vote");
  const { waiting, isBusy, isOnDevice, sent, refused, dismiss } = delivery;
  const refusals = useRef<HTMLDivElement>(null);
  const onDismiss = () => {
    dismiss();
    refusals.current?.focus(); // its button goes; whoever uses the keyboard goes on from here
  };
  return (
    <>
      <Announcer announced={announced} />
      {/* Said when it comes, not again with each vote that joins the others. */}
      <div role="status" aria-atomic="false" aria-relevant="additions" className="empty:sr-only">
        {waiting > 0 ? (
          <Notice key="waiting" tone="warning" title={t(isBusy ? "busyTitle" : "waitingTitle")}>
            <p>{t(isOnDevice ? "waiting" : "waitingOnPage", { count: waiting })}</p>
          </Notice>
        ) : (
          isAway && (
            <Notice key="away" tone="warning" title={t("waitingTitle")}>
              <p>{t("awayBody")}</p>
            </Notice>
          )
        )}
      </div>
      <div role="status" className="empty:sr-only">
        {sent > 0 && refused.length === 0 && (
          <Notice tone="success">
            <p>{t("sent", { count: sent })}</p>
          </Notice>
        )}
      </div>
      <div ref={refusals} tabIndex={-1} role="status" className="empty:sr-only">
        {refused.length > 0 && <RefusedVotes refused={refused} onDismiss={onDismiss} />}
      </div>
    </>
  );
}
