"use client";

import { useTranslations } from "next-intl";
import { Notice } from "../_ui/notice";

interface Props {
  /** Votes that could not be sent yet. */
  waiting: number;
  /** Why a vote was refused for good. */
  refusal: string | null;
  /** For ears only: what the last act did. */
  announcement: string;
}

export function VotingNotices({ waiting, refusal, announcement }: Props) {
  const t = useTranslations("vote");
  return (
    <>
      <p role="status" className="sr-only">
        {announcement}
      </p>
      <div role="status" className="empty:hidden">
        {waiting > 0 && (
          <Notice tone="warning" title={t("waitingTitle")}>
            <p>{t("waiting", { count: waiting })}</p>
          </Notice>
        )}
      </div>
      <div role="status" className="empty:hidden">
        {refusal !== null && (
          <Notice tone="error">
            <p>{t(textOf(refusal))}</p>
          </Notice>
        )}
      </div>
    </>
  );
}

function textOf(refusal: string): "refusedClosed" | "refusedGone" | "failed" {
  if (refusal === "conversation-closed") return "refusedClosed";
  return refusal.startsWith("statement-") ? "refusedGone" : "failed";
}
