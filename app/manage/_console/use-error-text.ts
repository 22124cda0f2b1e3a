"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { errorReason } from "@/app/_trpc/error-reason";

/** What went wrong, what is safe and what to do, in the reader's language. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations("manage.errors");
  return useCallback(
    (error) => {
      const reason = errorReason(error);
      return hasText(t, reason) ? t(reason) : t("unknown");
    },
    [t],
  );
}

type ErrorTexts = ReturnType<typeof useTranslations<"manage.errors">>;

function hasText(t: ErrorTexts, reason: string): reason is Parameters<ErrorTexts>[0] {
  return t.has(reason as Parameters<ErrorTexts>[0]);
}
