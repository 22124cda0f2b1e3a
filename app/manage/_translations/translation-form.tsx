"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { SelectField, TextAreaField } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { findLocale, locales } from "@/lib/i18n/locales";
import { TRANSLATION_MAX_LENGTH } from "@/lib/schemas/translation";
import { useErrorText } from "../_console/use-error-text";

interface Props {
  statement: { conversationId: number; statementId: number };
}

/** Writes a translation; one that is there in the same language gives way to it. */
export function TranslationForm({ statement }: Props) {
  const t = useTranslations("manage.translations");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const [version, setVersion] = useState(0);
  const [language, setLanguage] = useState("");
  const enter = useMutation(
    trpc.translation.enter.mutationOptions({
      onSuccess: () => {
        setVersion((before) => before + 1); // a new form is an empty form
        setLanguage("");
        return queryClient.invalidateQueries(trpc.translation.list.queryFilter(statement));
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const locale = findLocale(language)?.tag;
    const text = String(new FormData(event.currentTarget).get("text"));
    if (locale && !enter.isPending) enter.mutate({ ...statement, locale, text });
  };
  return (
    <form key={version} onSubmit={submit} className="grid max-w-xl gap-3">
      <SelectField
        label={t("language")}
        required
        value={language}
        onChange={(event) => setLanguage(event.target.value)}
      >
        <option value="" disabled>
          {t("choose")}
        </option>
        {locales.map(({ tag, name }) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        label={t("text")}
        name="text"
        required
        maxLength={TRANSLATION_MAX_LENGTH}
        dir="auto"
        lang={language || undefined}
      />
      <div>
        <Button type="submit" aria-disabled={enter.isPending}>
          {t("save")}
        </Button>
      </div>
      <p role="status" className="text-sm empty:sr-only">
        {enter.isSuccess && t("saved")}
      </p>
      {enter.isError && (
        <Notice tone="error" role="alert">
          {errorText(enter.error)}
        </Notice>
      )}
    </form>
  );
}
