"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "../_ui/notice";
import { RefusedVotes } from "./refused-votes";
import type { Delivery } from "./use-vote-sender";

interface Props {
  delivery: Delivery;
  /** The page was opened without a connection. */
  isAway?: boolean;
  /** For ears only: what the last act did. */
  announcement: string;
}

/** What became of the votes, said politely and once. */
export function VotingNotices({ delivery, isAway = false, announcement }: Props) {
  const t = useTranslations("vote");
  const { waiting, isOnDevice, sent, refused, dismiss } = delivery;
  return (
    <>
      <p role="status" className="sr-only">
        {announcement}
      </p>
      <Status>
        {waiting > 0 ? (
          <Notice tone="warning" title={t("waitingTitle")}>
            <p>{t(isOnDevice ? "waiting" : "waitingOnPage", { count: waiting })}</p>
          </Notice>
        ) : (
          isAway && (
            <Notice tone="warning" title={t("waitingTitle")}>
              <p>{t("awayBody")}</p>
            </Notice>
          )
        )}
      </Status>
      <Status>
        {sent > 0 && refused.length === 0 && (
          <Notice tone="success">
            <p>{t("sent", { count: sent })}</p>
          </Notice>
        )}
      </Status>
      <Status>
        {refused.length > 0 && <RefusedVotes refused={refused} onDismiss={dismiss} />}
      </Status>
    </>
  );
}

function Status({ children }: { children: ReactNode }) {
  return (
    <div role="status" className="empty:hidden">
      {children}
    </div>
  );
}
