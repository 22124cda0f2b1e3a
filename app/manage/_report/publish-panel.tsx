"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { Notice } from "@/app/_ui/notice";
import { useErrorText } from "../_console/use-error-text";

interface Props {
  conversationId: number;
  /** Ascending, with the name that each goes by. */
  versions: { number: number; name: string }[];
  mayPublish: boolean;
  /** The address of the public page, which a query is put to. */
  reportHref: string;
}

/** Freezes the report as it is now, and leads to what was frozen before. */
export function PublishPanel({ conversationId, versions, mayPublish, reportHref }: Props) {
  const t = useTranslations("manage.report");
  const settings = useTranslations("manage.settings");
  const router = useRouter();
  const trpc = useTRPC();
  const errorText = useErrorText();
  const publish = useMutation(
    trpc.report.publish.mutationOptions({ onSuccess: () => router.refresh() }),
  );
  const versionHref = (version: string) =>
    `${reportHref}${reportHref.includes("?") ? "&" : "?"}version=${version}`;
  const next = (versions.at(-1)?.number ?? 0) + 1;
  return (
    <Card className="grid gap-4 p-5">
      <p>{t("publishLead")}</p>
      <ul className="grid gap-1">
        {versions.map(({ number, name }) => (
          <li key={number}>
            <a
              href={versionHref(String(number))}
              className="link inline-flex min-h-11 items-center"
            >
              {name}
            </a>
          </li>
        ))}
        <li>
          <a href={versionHref("live")} className="link inline-flex min-h-11 items-center">
            {t("preview")}
          </a>
        </li>
      </ul>
      {publish.isError && (
        <Notice tone="error" role="alert">
          {errorText(publish.error)}
        </Notice>
      )}
      {mayPublish && (
        <div className="flex flex-wrap items-center gap-4">
          <Button
            variant="primary"
            disabled={publish.isPending}
            onClick={() => publish.mutate({ conversationId })}
          >
            {publish.isPending ? settings("saving") : t("publish", { number: next })}
          </Button>
          <p role="status">
            {publish.isSuccess && t("published", { number: publish.data.number })}
          </p>
        </div>
      )}
    </Card>
  );
}
