"use client";

import { useTranslations } from "next-intl";

interface Props {
  /** There are none for whoever may not decide. */
  hasKeys: boolean;
  isOn: boolean;
  onChange(isOn: boolean): void;
  isLive: boolean;
}

/** Which keys there are, the switch that every single-key shortcut needs, and whether all is live. */
export function KeyHelp({ hasKeys, isOn, onChange, isLive }: Props) {
  const t = useTranslations("manage.statements");
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 text-muted text-sm">
      {hasKeys && (
        <div className="hidden flex-wrap items-center gap-x-4 pointer-fine:flex">
          <label className="flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              checked={isOn}
              onChange={(event) => onChange(event.target.checked)}
              className="size-5 accent-accent"
            />
            {t("keysOn")}
          </label>
          {isOn && <p>{t("keys")}</p>}
        </div>
      )}
      <p className="min-h-6">{isLive ? t("live") : t("offline")}</p>
    </div>
  );
}
