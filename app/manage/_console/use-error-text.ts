"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { errorReason } from "@/app/_trpc/error-reason";
import { explainReason } from "./explained-reasons";

/** What went wrong, what is safe and what to do, in the reader's language. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations("manage.errors");
  return useCallback((error) => t(explainReason(errorReason(error))), [t]);
}
