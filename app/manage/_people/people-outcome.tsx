import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "@/app/_ui/notice";

const outcomes = {
  added: "people.added",
  changed: "settings.saved",
  removed: "people.removed",
  withdrawn: "people.withdrawn",
} as const;

const problems = {
  "person-known": "people.known",
  "person-unknown": "people.gone",
  "invitation-gone": "people.gone",
  "last-owner": "people.lastOwner",
  "too-many-invitations": "people.tooMany",
  "not-allowed": "errors.not-allowed",
  "input-invalid": "errors.input-invalid",
} as const;

/** From the address of the page. */
interface Props {
  done: unknown;
  problem: unknown;
  mail: unknown;
  /** The link, while it can be shown. */
  children: ReactNode;
}

/** What came of the form that was just sent; the address leads here. */
export function PeopleOutcome({ done, problem, mail, children }: Props) {
  const t = useTranslations("manage");
  const found = pick(outcomes, done);
  return (
    <div id="outcome" tabIndex={-1} className="grid gap-3 empty:hidden">
      {typeof problem === "string" && (
        <Notice tone="error" role="alert">
          {t(pick(problems, problem) ?? "errors.unknown")}
        </Notice>
      )}
      {found && <Notice tone="success">{t(found)}</Notice>}
      {mail === "sent" && <Notice tone="success">{t("people.mailSent")}</Notice>}
      {mail === "failed" && <Notice tone="warning">{t("people.mailFailed")}</Notice>}
      {children}
    </div>
  );
}

function pick<Text>(texts: Record<string, Text>, name: unknown): Text | undefined {
  return Object.entries(texts).find(([known]) => known === name)?.[1];
}
