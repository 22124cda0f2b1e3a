"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { ClosingDateField, readClosingDate } from "./closing-date-field";

interface Props {
  closesAt: Date | null;
  isBusy: boolean;
  onClose(): void;
  onChangeDate(closesAt: Date | null): void;
}

export function CloseControl({ closesAt, isBusy, onClose, onChangeDate }: Props) {
  const t = useTranslations("manage.overview");
  const [isAsking, setIsAsking] = useState(false);
  const asker = useRef<HTMLButtonElement>(null);
  const hasAsked = useRef(false);
  useEffect(() => {
    if (!isAsking && hasAsked.current) asker.current?.focus();
    hasAsked.current = isAsking;
  }, [isAsking]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isBusy) onChangeDate(readClosingDate(new FormData(event.currentTarget)));
  };
  return (
    <div className="grid grid-cols-1 gap-5">
      <form onSubmit={submit} className="grid grid-cols-1 gap-3">
        <ClosingDateField key={closesAt?.toISOString()} defaultValue={closesAt} />
        <Button type="submit" aria-disabled={isBusy}>
          {t("changeClosing")}
        </Button>
      </form>
      {isAsking ? (
        <Question isBusy={isBusy} onYes={onClose} onNo={() => setIsAsking(false)} />
      ) : (
        <Button ref={asker} variant="danger" onClick={() => setIsAsking(true)}>
          {t("close")}
        </Button>
      )}
    </div>
  );
}

function Question({ isBusy, onYes, onNo }: { isBusy: boolean; onYes(): void; onNo(): void }) {
  const t = useTranslations("manage.overview");
  const text = useRef<HTMLParagraphElement>(null);
  useEffect(() => text.current?.focus(), []);
  return (
    <div className="grid gap-3 rounded-control border-disagree border-s-4 bg-disagree-soft p-4">
      <p ref={text} tabIndex={-1}>
        {t("closeConfirm")}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button variant="danger" aria-disabled={isBusy} onClick={isBusy ? undefined : onYes}>
          {t("closeYes")}
        </Button>
        <Button onClick={onNo}>{t("cancel")}</Button>
      </div>
    </div>
  );
}
