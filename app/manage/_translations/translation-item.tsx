"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { findLocale } from "@/lib/i18n/locales";
import type { StatementTranslation } from "@/server/services/translations/list";
import { useErrorText } from "../_console/use-error-text";

interface Props {
  statement: { conversationId: number; statementId: number };
  translation: StatementTranslation;
  mayEdit: boolean;
}

/** One translation: its language, where it comes from, its words. */
export function TranslationItem({ statement, translation, mayEdit }: Props) {
  const t = useTranslations("manage.translations");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const { locale, text, origin } = translation;
  const name = findLocale(locale)?.name ?? locale;
  const remove = useMutation(
    trpc.translation.remove.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.translation.list.queryFilter(statement)),
    }),
  );
  return (
    <li className="grid gap-1 border-line border-s-2 ps-3">
      <p className="text-muted text-sm">
        <bdi lang={locale}>{name}</bdi> · {t(`origins.${origin}`)}
      </p>
      <p dir="auto" lang={locale} className="wrap-anywhere">
        {text}
      </p>
      {mayEdit && (
        <div>
          <Button
            variant="quiet"
            className="-ms-4"
            disabled={remove.isPending}
            aria-label={t("removeOf", { language: name })}
            onClick={() => remove.mutate({ ...statement, locale })}
          >
            {t("remove")}
          </Button>
        </div>
      )}
      {remove.isError && (
        <Notice tone="error" role="alert">
          {errorText(remove.error)}
        </Notice>
      )}
    </li>
  );
}
