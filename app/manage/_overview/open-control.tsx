"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Button } from "@/app/_ui/button";
import { ClosingDateField, readClosingDate } from "./closing-date-field";

interface Props {
  isReopening: boolean;
  /** In which the promise can still be changed. */
  settingsHref: string;
  /** Null: nothing is promised. */
  answerDays: number | null;
  isBusy: boolean;
  onOpen(closesAt: Date | null): void;
}

export function OpenControl({ isReopening, isBusy, onOpen, ...promise }: Props) {
  const t = useTranslations("manage.overview");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isBusy) onOpen(readClosingDate(new FormData(event.currentTarget)));
  };
  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-4">
      <ClosingDateField />
      {!isReopening && <PromiseReminder {...promise} />}
      <Button type="submit" variant="primary" aria-disabled={isBusy}>
        {isReopening ? t("reopen") : t("open")}
      </Button>
    </form>
  );
}

/** What is said before anybody votes is fixed when they can. */
function PromiseReminder({ answerDays, settingsHref }: Pick<Props, "answerDays" | "settingsHref">) {
  const t = useTranslations("promise");
  return (
    <p className="text-sm">
      {answerDays === null ? t("none") : t("told", { days: answerDays })} {t("fixedSoon")}{" "}
      <a href={settingsHref} className="link">
        {t("change")}
      </a>
    </p>
  );
}
