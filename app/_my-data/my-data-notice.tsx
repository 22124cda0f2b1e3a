import { getTranslations } from "next-intl/server";
import { Notice } from "../_ui/notice";

/** What the answer to a form says in the address of the page it leads back to. */
export interface MyDataOutcome {
  deleted?: string | string[];
  kept?: string | string[];
  error?: string | string[];
}

/** What came of a form on the pages about one's own data. */
export async function MyDataNotice({ outcome }: { outcome: MyDataOutcome }) {
  const [t, vote] = await Promise.all([getTranslations("myData"), getTranslations("vote")]);
  const { deleted, kept, error } = outcome;
  if (error) {
    const key = errorKey(String(error));
    return (
      <Notice tone="error">
        <p>{key ? t(key) : vote(String(error).startsWith("too-many-") ? "tooMany" : "failed")}</p>
      </Notice>
    );
  }
  if (deleted === undefined) return null;
  return (
    <Notice tone="success">
      <p>{t("deleted", { count: readCount(deleted) })}</p>
      {kept !== undefined && <p>{t("deletedKept", { count: readCount(kept) })}</p>}
    </Notice>
  );
}

const errors = {
  "not-confirmed": "notConfirmed",
  "resume-code-unknown": "codeUnknown",
  "resume-has-own-votes": "resumeJoin",
  "resume-closed": "joinClosed",
  "participant-gone": "gone",
  "participant-unknown": "nothingBody",
} as const;

function errorKey(reason: string) {
  return Object.hasOwn(errors, reason) ? errors[reason as keyof typeof errors] : null;
}

/** From an address, which anybody may have written. */
function readCount(text: string | string[]): number {
  return Math.min(Number.parseInt(String(text), 10) || 0, 1_000_000);
}
