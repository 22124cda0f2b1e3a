"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from "react";
import { Button } from "../_ui/button";
import { Notice } from "../_ui/notice";

interface Props {
  conversationId: number;
  slug: string;
  /** Where the next person begins. */
  doneHref: string;
  /** What the form sends without the script. */
  children: ReactNode;
}

type Standing = { kind: "idle" | "busy" | "offline" } | { kind: "unsent"; count: number };

/** One button; it sends what waits first, and asks before it loses a vote. */
export function FinishForm({ conversationId, slug, doneHref, children }: Props) {
  const t = useTranslations("myData");
  const [standing, setStanding] = useState<Standing>({ kind: "idle" });
  const action = `/api/v1/conversations/${slug}/me/forget`;

  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const details = form.current?.closest("details");
    // A link leads here at the end of the vote; not every browser opens what it leads into.
    const open = () => {
      if (location.hash === "#finish") details?.setAttribute("open", "");
    };
    // With its script there, it can say what is the matter when the connection goes.
    const prepare = () => void import("./finish").catch(() => {}); // asked for again when needed
    window.addEventListener("hashchange", open);
    details?.addEventListener("toggle", prepare);
    return () => {
      window.removeEventListener("hashchange", open);
      details?.removeEventListener("toggle", prepare);
    };
  }, []);

  const finish = async (maySend: boolean) => {
    setStanding({ kind: "busy" });
    const outcome = await import("./finish")
      .then(({ finish }) => finish({ conversationId, slug, action, doneHref, maySend }))
      .catch(() => ({ kind: "offline" as const })); // not even its script can be fetched
    setStanding(outcome);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (standing.kind !== "busy") void finish(true);
  };

  return (
    <form
      ref={form}
      method="post"
      action={action}
      onSubmit={submit}
      className="grid justify-items-start gap-3"
    >
      {children}
      <div role="status" className="empty:sr-only">
        {standing.kind === "busy" && <p className="text-muted">{t("finishBusy")}</p>}
        {standing.kind === "offline" && (
          <Notice tone="warning">
            <p>{t("finishOffline")}</p>
          </Notice>
        )}
        {standing.kind === "unsent" && (
          <Notice tone="warning">
            <p>{t("finishUnsent", { count: standing.count })}</p>
          </Notice>
        )}
      </div>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" aria-disabled={standing.kind === "busy"}>
          {t(standing.kind === "unsent" ? "finishRetry" : "finishButton")}
        </Button>
        {standing.kind === "unsent" && (
          <Button variant="danger" onClick={() => finish(false)}>
            {t("finishAnyway")}
          </Button>
        )}
      </div>
    </form>
  );
}
