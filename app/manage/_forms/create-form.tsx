"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { defaultConversationSettings } from "@/lib/schemas/conversation";
import { useErrorText } from "../_console/use-error-text";
import { AboutFields } from "./about-fields";
import { readSettings, splitLines } from "./read-settings";
import { SeedField } from "./seed-field";
import { SettingsFields } from "./settings-fields";

export function CreateForm() {
  const t = useTranslations("manage.create");
  const router = useRouter();
  const trpc = useTRPC();
  const errorText = useErrorText();
  const [maxLength, setMaxLength] = useState(defaultConversationSettings.statementMaxLength);
  const create = useMutation(
    trpc.conversation.create.mutationOptions({
      onSuccess: ({ slug }) => router.push(`/manage/c/${slug}${window.location.search}`),
    }),
  );
  const isBusy = create.isPending || create.isSuccess;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isBusy) create.mutate(readConversation(new FormData(event.currentTarget)));
  };
  return (
    <form
      onSubmit={submit}
      onChange={(event) =>
        setMaxLength(readSettings(new FormData(event.currentTarget)).statementMaxLength ?? 0)
      }
      className="grid gap-6"
    >
      <AboutFields />
      <SeedField label={t("seeds")} hint={t("seedsHint")} maxLength={maxLength} />
      <details className="group rounded-card border border-line bg-card px-5 py-2">
        <summary className="flex min-h-11 list-none items-center justify-between font-medium [&::-webkit-details-marker]:hidden">
          {t("more")}
          <svg
            viewBox="0 0 20 20"
            className="size-5 fill-none stroke-current group-open:rotate-180"
            aria-hidden="true"
          >
            <path d="m5 7.5 5 5 5-5" strokeWidth="1.6" />
          </svg>
        </summary>
        <div className="pt-3 pb-4">
          <SettingsFields settings={defaultConversationSettings} />
        </div>
      </details>
      {create.isError && (
        <Notice tone="error" role="alert">
          {errorText(create.error)}
        </Notice>
      )}
      <div>
        <Button type="submit" variant="primary" aria-disabled={isBusy}>
          {isBusy ? t("working") : t("submit")}
        </Button>
      </div>
    </form>
  );
}

function readConversation(form: FormData) {
  return {
    title: String(form.get("title")),
    description: String(form.get("description")),
    settings: readSettings(form),
    seedStatements: splitLines(String(form.get("seeds"))),
  };
}
