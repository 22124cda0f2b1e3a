"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Card } from "@/app/_ui/card";
import { embedAddress, frameCode, scriptCode } from "@/lib/embed/embed-code";
import { parseEmbedOptions } from "@/lib/embed/embed-options";
import type { LocaleEntry } from "@/lib/i18n/locales";
import { EmbedChoices } from "./embed-choices";
import { ShareItem } from "./share-item";

interface Props {
  publicUrl: string;
  slug: string;
  title: string;
  /** Languages of the interface. */
  offered: readonly LocaleEntry[];
}

/** Puts together the code for a page of somebody else, and shows what it will look like there. */
export function EmbedComposer({ offered, ...place }: Props) {
  const t = useTranslations("manage.embed");
  const share = useTranslations("manage.share");
  const [query, setQuery] = useState<Record<string, string>>({});
  const embed = { ...place, options: parseEmbedOptions(query), lang: query.lang || null };
  const address = embedAddress(embed);
  return (
    <Card className="grid gap-5 p-5">
      <div>
        <h3 className="font-semibold">{share("embed")}</h3>
        <p className="text-muted text-sm">{share("embedHint")}</p>
      </div>
      <EmbedChoices view={embed.options.view} offered={offered} onChange={setQuery} />
      <ShareItem title={t("code")} hint={t("codeHint")} text={scriptCode(embed)} href={address} />
      <ShareItem title={t("frameCode")} hint={t("frameCodeHint")} text={frameCode(embed)} />
      <details>
        <summary className="disclosure font-medium">{t("preview")}</summary>
        <iframe
          src={new URL(address).pathname + new URL(address).search}
          title={t("preview")}
          loading="lazy"
          className="h-[50rem] w-full rounded-control border border-line"
        />
      </details>
    </Card>
  );
}
