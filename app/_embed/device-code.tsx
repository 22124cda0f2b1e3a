"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ResumeCodeAnswer } from "@/lib/schemas/own-data";
import { Button } from "../_ui/button";
import { Notice } from "../_ui/notice";
import { ownHeaders } from "../_vote/own-token";

interface Props {
  conversationId: number;
  slug: string;
  /** Where a code is entered. */
  address: string;
  failed: string;
}

/** A code that carries whoever votes in this frame to another device, or to our own page. */
export function DeviceCode({ conversationId, slug, address, failed }: Props) {
  const t = useTranslations("myData");
  const [made, setMade] = useState<string | "failed" | null>(null);
  const make = async () => {
    const headers = { "Content-Type": "application/json", ...(await ownHeaders(conversationId)) };
    const path = `/api/v1/conversations/${slug}/me/resume-code`;
    const answer = await fetch(path, { method: "POST", headers, body: "{}" })
      .then(async (response) => ResumeCodeAnswer.parse(await response.json()).code)
      .catch(() => "failed");
    setMade(answer);
  };
  const code = made === "failed" ? null : made;
  return (
    <>
      <div role="status" className="grid gap-2 empty:sr-only">
        {made === "failed" && (
          <Notice tone="error">
            <p>{failed}</p>
          </Notice>
        )}
        {code && (
          <>
            <p className="text-muted text-sm">{t("codeLabel")}</p>
            <p dir="ltr" className="text-start font-mono font-semibold text-3xl tracking-wider">
              {code}
            </p>
            <p>{t("codeSteps")}</p>
            <p dir="ltr" className="wrap-anywhere text-start font-medium">
              {address}
            </p>
            <a
              href={`${address}#${code}`}
              target="_blank"
              rel="noreferrer"
              className="link inline-flex min-h-11 items-center"
            >
              {t("codeLink")}
            </a>
          </>
        )}
      </div>
      <Button onClick={make}>{t(code ? "deviceAgain" : "deviceButton")}</Button>
    </>
  );
}
