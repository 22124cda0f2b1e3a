"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { Field } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { useErrorText } from "../_console/use-error-text";

interface Props {
  conversationId: number;
  slug: string;
}

/** All translations of a conversation as one file, out and in. */
export function TranslationsFile({ conversationId, slug }: Props) {
  const t = useTranslations("manage.translations");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const taking = useMutation(
    trpc.translation.import.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.translation.list.pathFilter()),
    }),
  );
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get("file");
    if (file instanceof File && !taking.isPending)
      taking.mutate({ conversationId, csv: await file.text() });
  };
  const errors = taking.data?.errors ?? [];
  return (
    <Card as="section" aria-labelledby="file-title" className="grid max-w-3xl gap-4 p-5 sm:p-6">
      <h3 id="file-title" className="text-xl">
        {t("fileTitle")}
      </h3>
      <p>
        <a href={`/api/v1/conversations/${slug}/export/translations.csv`} className="link">
          {t("download")}
        </a>
      </p>
      <form onSubmit={submit} className="grid gap-4">
        <Field label={t("file")} hint={t("fileHint", { columns: "statement, locale, text" })}>
          {(props) => (
            <input
              type="file"
              name="file"
              accept=".csv,text/csv"
              required
              className="min-h-11 w-full rounded-control border border-edge bg-card px-3 py-2"
              {...props}
            />
          )}
        </Field>
        <div>
          <Button type="submit" variant="primary" aria-disabled={taking.isPending}>
            {t("import")}
          </Button>
        </div>
      </form>
      <p role="status" className="empty:sr-only">
        {taking.data && errors.length === 0 && t("imported", { count: taking.data.imported })}
      </p>
      {errors.length > 0 && (
        <Notice tone="error" role="alert" title={t("nothingImported")}>
          <ul className="list-inside list-disc">
            {errors.map(({ line, problem }) => (
              <li key={line}>{t("lineError", { line, problem: t(`problems.${problem}`) })}</li>
            ))}
          </ul>
        </Notice>
      )}
      {taking.isError && (
        <Notice tone="error" role="alert">
          {errorText(taking.error)}
        </Notice>
      )}
    </Card>
  );
}
