"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { errorReason } from "@/app/_trpc/error-reason";

const explained = [
  "offline",
  "sign-in-needed",
  "not-allowed",
  "conversation-not-found",
  "already-open",
  "not-open",
  "closing-date-passed",
  "statement-too-long",
  "public-votes-fixed",
  "slug-taken",
  "analysis-not-ready",
  "input-invalid",
] as const;

/** What went wrong, what is safe and what to do, in the reader's language. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations("manage.errors");
  return useCallback(
    (error) => {
      const reason = errorReason(error);
      return t(explained.find((known) => known === reason) ?? "unknown");
    },
    [t],
  );
}
