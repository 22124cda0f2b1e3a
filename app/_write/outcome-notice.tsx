"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { WriteStatementAnswer } from "@/lib/schemas/participation";
import { Notice } from "../_ui/notice";
import type { Sending } from "./use-sending";

interface Props {
  sending: Sending;
  /** Whether a text that waits outlives the page. */
  isOnDevice: boolean;
  /** Where its author can follow it; null in a frame. */
  mineHref: string | null;
}

interface Said {
  tone: "success" | "info" | "warning" | "error";
  text:
    | "live"
    | "pending"
    | "waiting"
    | "waitingOnPage"
    | "existing"
    | "existingPending"
    | "closed"
    | "rejectedBefore"
    | "refused";
  /** Its author can see later what became of it. */
  isFollowed?: boolean;
}

/** What became of a text, and what happens next. */
export function OutcomeNotice({ sending, isOnDevice, mineHref }: Props) {
  const t = useTranslations("write");
  const said = putInWords(sending, isOnDevice);
  return (
    <div role="status" className="empty:sr-only">
      {said && (
        <Notice tone={said.tone}>
          <p>
            {t(said.text)}
            {said.isFollowed && mineHref && <FollowLink href={mineHref}>{t("follow")}</FollowLink>}
          </p>
        </Notice>
      )}
    </div>
  );
}

function FollowLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <>
      {" "}
      <a href={href} className="link">
        {children}
      </a>
    </>
  );
}

function putInWords(sending: Sending, isOnDevice: boolean): Said | null {
  switch (sending.kind) {
    case "waiting":
      return { tone: "warning", text: isOnDevice ? "waiting" : "waitingOnPage" };
    case "refused":
      return { tone: "error", text: textOfRefusal(sending.reason) };
    case "sent":
      return putSentInWords(sending.answer);
    default:
      return null;
  }
}

function putSentInWords({ isNew, isOwn, statement }: WriteStatementAnswer): Said {
  // Its own author's text is there already when the answer to an earlier attempt was lost.
  if (isNew || isOwn) {
    return { tone: "success", text: statement.isShown ? "live" : "pending", isFollowed: true };
  }
  return { tone: "info", text: statement.isShown ? "existing" : "existingPending" };
}

function textOfRefusal(reason: string): Said["text"] {
  switch (reason) {
    case "conversation-closed":
      return "closed";
    case "statement-rejected-before":
      return "rejectedBefore";
    default:
      return "refused";
  }
}
