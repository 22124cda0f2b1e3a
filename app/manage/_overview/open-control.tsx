"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Button } from "@/app/_ui/button";
import { ClosingDateField, readClosingDate } from "./closing-date-field";

interface Props {
  isReopening: boolean;
  isBusy: boolean;
  onOpen(closesAt: Date | null): void;
}

export function OpenControl({ isReopening, isBusy, onOpen }: Props) {
  const t = useTranslations("manage.overview");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isBusy) onOpen(readClosingDate(new FormData(event.currentTarget)));
  };
  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-4">
      <ClosingDateField />
      <Button type="submit" variant="primary" aria-disabled={isBusy}>
        {isReopening ? t("reopen") : t("open")}
      </Button>
    </form>
  );
}
