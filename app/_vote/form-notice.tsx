import { getTranslations } from "next-intl/server";
import { Notice } from "../_ui/notice";
import type { FormOutcome } from "./vote-view";

const refusals = {
  "conversation-closed": "refusedClosed",
  "conversation-not-open-yet": "notOpenYet",
  "statement-not-found": "refusedGone",
  "statement-rejected": "refusedGone",
  "too-many-newcomers": "tooMany",
  "too-many-statements": "tooMany",
  "too-many-votes": "tooMany",
} as const;

const refusalsOfTexts = {
  "statement-too-long": "tooLongError",
  "statement-empty": "emptyError",
  "statement-rejected-before": "refused",
} as const;

interface Props {
  outcome: FormOutcome;
  /** Where to vote on the statement of this number; where nothing is written, there is none. */
  toStatement?(id: string): string;
}

/** What came of a form that was sent without the script. */
export async function FormNotice({ outcome, toStatement }: Props) {
  const [t, myData] = await Promise.all([getTranslations("write"), getTranslations("myData")]);
  if (outcome.forgotten) return <Notice tone="success">{myData("forgotten")}</Notice>;
  if (outcome.resumed) return <Notice tone="success">{myData("resumed")}</Notice>;
  if (outcome.error === "participant-gone") return <Notice>{myData("gone")}</Notice>;
  if (outcome.error) return <Refusal reason={String(outcome.error)} />;
  if (outcome.existing) {
    return (
      <Notice tone="info">
        <p>
          {t("existing")}{" "}
          {toStatement && (
            <a href={toStatement(String(outcome.existing))} className="link">
              {t("existingLink")}
            </a>
          )}
        </p>
      </Notice>
    );
  }
  if (outcome.written) return <Notice tone="success">{t("received")}</Notice>;
  return null;
}

async function Refusal({ reason }: { reason: string }) {
  const [t, ofTexts, session] = await Promise.all([
    getTranslations("vote"),
    getTranslations("write"),
    getTranslations("session"),
  ]);
  if (reason === "stage-closed") return <Notice>{session("closed")}</Notice>;
  return (
    <Notice tone="error">
      <p>
        {isKeyOf(refusalsOfTexts, reason)
          ? ofTexts(refusalsOfTexts[reason])
          : t(isKeyOf(refusals, reason) ? refusals[reason] : "failed")}
      </p>
    </Notice>
  );
}

function isKeyOf<Record extends object>(record: Record, key: PropertyKey): key is keyof Record {
  return Object.hasOwn(record, key);
}
