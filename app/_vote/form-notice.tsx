import { getTranslations } from "next-intl/server";
import { Notice } from "../_ui/notice";
import type { FormOutcome } from "./vote-view";

const refusals = {
  "conversation-closed": "refusedClosed",
  "conversation-not-open-yet": "notOpenYet",
  "statement-too-long": "writeTooLongError",
  "statement-empty": "writeEmptyError",
  "statement-rejected-before": "writeRefused",
  "statement-not-found": "refusedGone",
  "statement-rejected": "refusedGone",
  "too-many-newcomers": "tooMany",
  "too-many-statements": "tooMany",
  "too-many-votes": "tooMany",
} as const;

/** What came of a form that was sent without the script. */
export async function FormNotice({ outcome }: { outcome: FormOutcome }) {
  const t = await getTranslations("vote");
  if (outcome.error) {
    const reason = String(outcome.error);
    const known = Object.hasOwn(refusals, reason);
    return (
      <Notice tone="error">
        <p>{t(known ? refusals[reason as keyof typeof refusals] : "failed")}</p>
      </Notice>
    );
  }
  if (outcome.existing) return <Notice tone="info">{t("writeExisting")}</Notice>;
  if (outcome.written) return <Notice tone="success">{t("written")}</Notice>;
  return null;
}
