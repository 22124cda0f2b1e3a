"use client";

import { type FocusEvent, type KeyboardEvent, type MouseEvent, useEffect } from "react";
import type { LocaleEntry } from "@/lib/i18n/locales";

const storageKey = "plenum-lang";

interface Props {
  offered: readonly LocaleEntry[];
  current: string;
  label: string;
  /** What stays of the query, for readers without JavaScript. */
  kept: string;
}

/** Links that work without JavaScript; with it, the choice is remembered in this browser. */
export function LanguagePicker({ offered, current, label, kept }: Props) {
  useEffect(() => {
    const url = new URL(window.location.href);
    const stored = readChoice();
    if (url.searchParams.has("lang") || !stored || stored === current) return;
    url.searchParams.set("lang", stored);
    window.location.replace(url);
  }, [current]);

  const choose = (event: MouseEvent, tag: string) => {
    event.preventDefault();
    writeChoice(tag);
    const url = new URL(window.location.href);
    url.searchParams.set("lang", tag);
    window.location.assign(url);
  };

  return (
    <details className="group relative" onKeyDown={closeOnEscape} onBlur={closeOnLeave}>
      <summary className="flex min-h-11 list-none items-center gap-1.5 rounded-control px-3 text-sm hover:bg-accent-soft [&::-webkit-details-marker]:hidden">
        <GlobeIcon />
        <span className="sr-only">{label}: </span>
        <span lang={current}>{offered.find(({ tag }) => tag === current)?.name}</span>
      </summary>
      <ul className="absolute end-0 z-10 mt-1 max-h-[70dvh] w-max min-w-44 overflow-y-auto rounded-control border border-line bg-card py-1 shadow-card md:grid-cols-2 [[open]>&]:md:grid">
        {offered.map(({ tag, name }) => (
          <li key={tag}>
            <a
              href={`?lang=${tag}${kept}`}
              lang={tag}
              hrefLang={tag}
              aria-current={tag === current ? "true" : undefined}
              onClick={(event) => choose(event, tag)}
              className="flex min-h-11 items-center px-4 hover:bg-accent-soft aria-[current]:font-semibold"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function closeOnEscape(event: KeyboardEvent<HTMLDetailsElement>): void {
  if (event.key !== "Escape" || !event.currentTarget.open) return;
  event.currentTarget.open = false;
  event.currentTarget.querySelector("summary")?.focus();
}

/** The list lies over the page: nobody should be somewhere below it. */
function closeOnLeave(event: FocusEvent<HTMLDetailsElement>): void {
  const { currentTarget, relatedTarget } = event;
  if (relatedTarget && !currentTarget.contains(relatedTarget)) currentTarget.open = false;
}

function GlobeIcon() {
  return (
    <svg viewBox="0 0 20 20" className="size-4 fill-none stroke-current" aria-hidden="true">
      <circle cx="10" cy="10" r="7.5" strokeWidth="1.3" />
      <path
        d="M2.5 10h15M10 2.5c2.5 2.3 3.5 4.8 3.5 7.5s-1 5.2-3.5 7.5c-2.5-2.3-3.5-4.8-3.5-7.5s1-5.2 3.5-7.5Z"
        strokeWidth="1.3"
      />
    </svg>
  );
}

/** Storage may be blocked; then the choice lives in the address alone. */
function readChoice(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function writeChoice(tag: string): void {
  try {
    localStorage.setItem(storageKey, tag);
  } catch {
    // The address still carries it.
  }
}
