"use client";

import { type RefObject, useCallback, useEffect, useState } from "react";
import { type Draft, emptyDraft, loadDraft, saveDraft } from "./draft-store";

/**
 * What is in the box, kept on this device with every letter until it has been sent.
 * @param box what was typed there before the script came counts too
 */
export function useDraft(conversationId: number, box: RefObject<HTMLTextAreaElement | null>) {
  const [draft, setDraft] = useState(emptyDraft);
  const [isOnDevice, setIsOnDevice] = useState(true);
  const change = useCallback(
    (draft: Draft) => {
      setDraft(draft);
      setIsOnDevice(saveDraft(conversationId, draft));
    },
    [conversationId],
  );
  useEffect(() => {
    const typed = box.current?.value ?? "";
    if (typed === "") setDraft(loadDraft(conversationId));
    else change({ text: typed, sentUnder: null });
  }, [conversationId, box, change]);
  return { draft, change, isOnDevice };
}
