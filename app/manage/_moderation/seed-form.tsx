"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { Card } from "@/app/_ui/card";
import { Notice } from "@/app/_ui/notice";
import { useErrorText } from "../_console/use-error-text";
import { useKeptFocus } from "../_console/use-kept-focus";
import { CheckField } from "../_forms/check-field";
import { splitLines } from "../_forms/read-settings";
import { SeedField } from "../_forms/seed-field";

export function SeedForm(props: { conversationId: number; maxLength: number }) {
  const { conversationId, maxLength } = props;
  const t = useTranslations("manage.statements");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const [version, setVersion] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  useKeptFocus(heading, version);
  const seed = useMutation(
    trpc.statement.seed.mutationOptions({
      onSuccess: () => {
        setVersion((before) => before + 1); // a new form is an empty form
        return queryClient.invalidateQueries(trpc.statement.list.queryFilter({ conversationId }));
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const texts = splitLines(String(form.get("seeds")));
    if (texts.length === 0 || seed.isPending) return;
    seed.mutate({ conversationId, texts, isMetadata: form.has("isMetadata") });
  };
  return (
    <Card as="section" aria-labelledby="seed-title" className="grid max-w-3xl gap-4 p-5 sm:p-6">
      <h3 ref={heading} tabIndex={-1} id="seed-title" className="text-xl">
        {t("add")}
      </h3>
      <form key={version} onSubmit={submit} className="grid gap-4">
        <SeedField label={t("addLabel")} hint={t("addHint")} maxLength={maxLength} rows={5} />
        <CheckField name="isMetadata" label={t("addMetadata")} />
        <div>
          <Button type="submit" variant="primary" aria-disabled={seed.isPending}>
            {t("addSubmit")}
          </Button>
        </div>
      </form>
      <p role="status" className="empty:sr-only">
        {seed.data && t("added", { count: seed.data.length })}
      </p>
      {seed.isError && (
        <Notice tone="error" role="alert">
          {errorText(seed.error)}
        </Notice>
      )}
    </Card>
  );
}
