"use client";

import { useRef, useState } from "react";
import { Button } from "../_ui/button";
import { ShareAddressField } from "./share-address-field";
import type { ShareText } from "./share-text";

export interface ShareActionsProps {
  title: string;
  url: string;
  text: ShareText;
}

/** Passing on what takes a script: another app where the browser offers them, and copying. */
export default function ShareActions({ title, url: page, text }: ShareActionsProps) {
  const field = useRef<HTMLElement>(null);
  const [outcome, setOutcome] = useState<string | null>(null);
  const url = withSelection(page);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      setOutcome(text.copied);
    } catch {
      // No clipboard without https, or it was refused.
      if (field.current) window.getSelection()?.selectAllChildren(field.current);
      setOutcome(text.notCopied);
    }
  };
  const send = () => {
    // Whoever closes the choice of apps has changed their mind; that is no failure.
    navigator.share({ title, url }).catch(() => {});
  };
  return (
    <>
      <ShareAddressField ref={field} label={text.address} url={url} />
      <div className="flex flex-wrap items-center gap-3">
        {"share" in navigator && (
          <Button variant="primary" onClick={send}>
            {text.send}
          </Button>
        )}
        <Button onClick={copy}>{text.copy}</Button>
      </div>
      <p role="status" className="text-sm">
        {outcome}
      </p>
    </>
  );
}

/** What somebody looks at on the map goes along; their choice of language is their own. */
function withSelection(page: string): string {
  const url = new URL(page);
  if (url.pathname !== location.pathname) return page;
  url.search = location.search;
  url.searchParams.delete("lang");
  return url.href;
}
