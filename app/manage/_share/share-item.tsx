"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { LinkButton } from "@/app/_ui/link-button";

interface Props {
  title: string;
  hint: string;
  text: string;
  /** Left out where the address is for somebody else. */
  href?: string;
}

/** Something to pass on: shown in full, copied with one press. */
export function ShareItem({ title, hint, text, href }: Props) {
  const t = useTranslations("manage.share");
  const code = useRef<HTMLElement>(null);
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
    } catch {
      // No clipboard without https: the text is selected, to be copied by hand.
      if (code.current) window.getSelection()?.selectAllChildren(code.current);
    }
  };
  return (
    <Card className="grid gap-3 p-5">
      <div>
        <h3 className="font-semibold">{title}</h3>
        <p className="text-muted text-sm">{hint}</p>
      </div>
      <code
        ref={code}
        dir="ltr"
        className="select-all break-all rounded-control border border-line bg-paper px-3 py-2.5 text-sm"
      >
        {text}
      </code>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={copy} aria-label={`${t("copy")}: ${title}`}>
          {t("copy")}
        </Button>
        {href !== undefined && (
          <LinkButton variant="quiet" href={href} aria-label={`${t("visit")}: ${title}`}>
            {t("visit")}
          </LinkButton>
        )}
        <span role="status" className="text-sm">
          {isCopied && t("copied")}
        </span>
      </div>
    </Card>
  );
}
