"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/button";
import { useErrorText } from "../_console/use-error-text";
import type { Decision } from "./use-moderation";

interface Props {
  last: Decision | null;
  failure: unknown;
  isConflict: boolean;
  onUndo(): void;
}

const sentences = {
  accepted: "doneAccepted",
  rejected: "doneRejected",
  pending: "donePending",
} as const;

/** What was decided last, with its undoing, or what went wrong; always within reach of the thumb. */
export function ActBar({ last, failure, isConflict, onUndo }: Props) {
  const t = useTranslations("manage.statements");
  const errorText = useErrorText();
  const isEmpty = !last && !failure;
  return (
    <div className="pointer-events-none sticky bottom-0 z-10 pb-4">
      <div
        className={
          isEmpty
            ? "sr-only"
            : "pointer-events-auto flex items-center justify-between gap-4 rounded-card border border-edge bg-card py-2 ps-5 pe-2 shadow-card"
        }
      >
        <p role="status" className="min-w-0">
          {failure ? (
            <span className="text-disagree">{isConflict ? t("conflict") : errorText(failure)}</span>
          ) : (
            last && (
              <span className="line-clamp-2" dir="auto">
                {t(sentences[last.to], { text: last.statement.text })}
              </span>
            )
          )}
        </p>
        {last && (
          <Button className="shrink-0" onClick={onUndo}>
            {t("undo")}
          </Button>
        )}
      </div>
    </div>
  );
}
