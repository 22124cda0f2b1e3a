import { useTranslations } from "next-intl";
import type { RefusedVote } from "@/lib/voting/outbox";
import { Button } from "../_ui/button";
import { Notice } from "../_ui/notice";

interface Props {
  refused: RefusedVote[];
  onDismiss(): void;
}

/** Votes that will never count, and why: it stays until it has been read. */
export function RefusedVotes({ refused, onDismiss }: Props) {
  const t = useTranslations("vote");
  const late = refused.filter(({ reason }) => reason === "conversation-closed").length;
  const gone = refused.filter(({ reason }) => reason.startsWith("statement-")).length;
  const other = refused.length - late - gone;
  return (
    <Notice tone="error" title={t("refusedTitle", { count: refused.length })}>
      {late > 0 && <p>{t("refusedLate", { count: late })}</p>}
      {gone > 0 && <p>{t("refusedGoneVotes", { count: gone })}</p>}
      {other > 0 && <p>{t("refusedOther", { count: other })}</p>}
      <Button onClick={onDismiss} className="mt-2">
        {t("dismiss")}
      </Button>
    </Notice>
  );
}
