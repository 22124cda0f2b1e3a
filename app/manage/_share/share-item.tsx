"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { LinkButton } from "@/app/_ui/link-button";

interface Props {
  title: string;
  hint: string;
  text: string;
  href: string;
}

/** Something to pass on: shown in full, copied with one press. */
export function ShareItem({ title, hint, text, href }: Props) {
  const t = useTranslations("manage.share");
  const id = useId();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
    } catch {
      // No clipboard without https: the text stands there, selected, to be copied by hand.
      document.getElementById(id)?.focus();
    }
  };
  return (
    <Card className="grid gap-3 p-5">
      <div>
        <h3 className="font-semibold">{title}</h3>
        <p className="text-muted text-sm">{hint}</p>
      </div>
      <textarea
        id={id}
        readOnly
        aria-label={title}
        value={text}
        rows={text.length > 70 ? 3 : 1}
        onFocus={(event) => event.currentTarget.select()}
        className="w-full resize-none break-all rounded-control border border-edge bg-paper px-3 py-2.5 font-mono text-sm"
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={copy}>{t("copy")}</Button>
        <LinkButton variant="quiet" href={href} aria-label={`${t("visit")}: ${title}`}>
          {t("visit")}
        </LinkButton>
        <span role="status" className="text-sm">
          {isCopied && t("copied")}
        </span>
      </div>
    </Card>
  );
}
