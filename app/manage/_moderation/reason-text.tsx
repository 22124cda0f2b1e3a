"use client";

import { useTranslations } from "next-intl";
import { ModerationReason } from "@/lib/schemas/statement-input";

/** Why a statement is not published; what an import wrote stays as it was written. */
export function ReasonText({ reason }: { reason: string | null }) {
  const t = useTranslations("manage.statements.reasons");
  if (reason === null) return null;
  const known = ModerationReason.safeParse(reason).data;
  return <p className="text-disagree text-sm">{known ? t(known) : reason}</p>;
}
