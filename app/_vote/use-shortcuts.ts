"use client";

import { useEffect, useRef, useState } from "react";
import type { VoteValue } from "@/lib/schemas/vote";
import { shortcutLetter } from "./shortcut-letter";

const values: Record<string, VoteValue> = { a: 1, d: -1, p: 0 };

interface Actions {
  vote(value: VoteValue): void;
  undo(): void;
}

/**
 * A, D and P vote, U undoes, unless switched off (WCAG 2.1.4); Ctrl+Z undoes always.
 * @returns whether single keys vote now, which they do not before the script is there
 */
export function useShortcuts(isOn: boolean, actions: Actions): boolean {
  const [isListening, setIsListening] = useState(false);
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.altKey || isWriting(event.target)) return;
      const key = shortcutLetter(event);
      const isPlain = !event.ctrlKey && !event.metaKey;
      const isUndo = isPlain ? isOn && key === "u" : key === "z" && !event.shiftKey;
      const value = isOn && isPlain ? values[key] : undefined;
      if (!isUndo && value === undefined) return;
      event.preventDefault();
      if (value === undefined) latest.current.undo();
      else latest.current.vote(value);
    };
    document.addEventListener("keydown", onKeyDown);
    setIsListening(isOn);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [isOn]);
  return isListening;
}

/** Whether keys belong to a text there. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest("textarea, select, input:not([type=checkbox], [type=radio])") !== null)
  );
}
