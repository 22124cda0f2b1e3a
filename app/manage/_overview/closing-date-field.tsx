"use client";

import { useTranslations } from "next-intl";
import { TextField } from "@/app/_ui/field";

/** A moment in the organiser's own time zone; may stay empty. */
export function ClosingDateField({ defaultValue }: { defaultValue?: Date | null }) {
  const t = useTranslations("manage.overview");
  return (
    <TextField
      label={t("closesAt")}
      name="closesAt"
      type="datetime-local"
      defaultValue={defaultValue ? toLocalInput(defaultValue) : undefined}
      suppressHydrationWarning // the server's time zone is not the reader's
    />
  );
}

/** What the field of a form says; null when it is empty. */
export function readClosingDate(form: FormData): Date | null {
  const value = String(form.get("closesAt") ?? "");
  return value === "" ? null : new Date(value);
}

function toLocalInput(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
