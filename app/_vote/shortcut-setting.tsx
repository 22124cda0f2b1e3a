"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";

const key = "plenum-shortcuts";
const listeners = new Set<() => void>();
let fallback = true;

/** Whether single keys vote here; kept in this browser. */
export function useShortcutSetting(): boolean {
  return useSyncExternalStore(subscribe, read, () => true);
}

/** Explains the keys, and switches them off for those whom they get in the way of. */
export function ShortcutSetting() {
  const t = useTranslations("vote");
  const isOn = useShortcutSetting();
  return (
    <details className="hidden text-muted text-sm [@media(hover:hover)_and_(scripting:enabled)]:block">
      <summary className="disclosure hover:text-ink">{t("shortcuts")}</summary>
      <p>{t("shortcutsHelp")}</p>
      <label className="flex min-h-11 items-center gap-2.5">
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => write(event.target.checked)}
          className="size-5 accent-accent"
        />
        {t("shortcutsOn")}
      </label>
    </details>
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): boolean {
  try {
    return localStorage.getItem(key) !== "off";
  } catch {
    return fallback; // storage is blocked: the choice lasts for this page
  }
}

function write(isOn: boolean): void {
  fallback = isOn;
  try {
    if (isOn) localStorage.removeItem(key);
    else localStorage.setItem(key, "off");
  } catch {
    // The choice lasts for this page.
  }
  for (const listener of listeners) listener();
}
