"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import { Button } from "@/app/_ui/button";
import { ModerationReason } from "@/lib/schemas/statement-input";

interface Props {
  onChoose(reason: ModerationReason): void;
  onCancel(): void;
}

/** The reasons under their keys 1 to 9. */
export function ReasonChoice({ onChoose, onCancel }: Props) {
  const t = useTranslations("manage.statements");
  const id = useId();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <fieldset className="grid gap-3 rounded-control bg-disagree-soft p-4" aria-labelledby={id}>
      <p id={id} className="font-medium">
        {t("reasonTitle")}
      </p>
      <div className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {ModerationReason.options.map((reason, index) => (
          <Button
            key={reason}
            ref={index === 0 ? first : undefined}
            className="justify-start text-start"
            onClick={() => onChoose(reason)}
          >
            {t("reasonKey", { number: String(index + 1), reason: t(`reasons.${reason}`) })}
          </Button>
        ))}
      </div>
      <div>
        <Button variant="quiet" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </fieldset>
  );
}
