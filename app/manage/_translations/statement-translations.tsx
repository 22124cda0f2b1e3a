"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type SyntheticEvent, useRef, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Notice } from "@/app/_ui/notice";
import { useErrorText } from "../_console/use-error-text";
import { useKeptFocus } from "../_console/use-kept-focus";
import { TranslationForm } from "./translation-form";
import { TranslationItem } from "./translation-item";

interface Props {
  conversationId: number;
  statementId: number;
  mayEdit: boolean;
}

/** What a statement says in other languages; looked up when it is opened. */
export function StatementTranslations({ conversationId, statementId, mayEdit }: Props) {
  const t = useTranslations("manage.translations");
  const trpc = useTRPC();
  const errorText = useErrorText();
  const [isOpen, setIsOpen] = useState(false);
  const key = { conversationId, statementId };
  const list = useQuery(trpc.translation.list.queryOptions(key, { enabled: isOpen }));
  const summary = useRef<HTMLElement>(null);
  useKeptFocus(summary, list.data?.length);
  const toggle = (event: SyntheticEvent<HTMLDetailsElement>) => setIsOpen(event.currentTarget.open);
  return (
    <details onToggle={toggle}>
      <summary ref={summary} className="disclosure font-medium text-sm">
        {t("title")}
      </summary>
      <div className="grid gap-4 pt-1 pb-2">
        {list.data?.length === 0 && <p className="text-muted text-sm">{t("none")}</p>}
        <ul className="grid gap-3 empty:sr-only">
          {list.data?.map((translation) => (
            <TranslationItem
              key={translation.locale}
              statement={key}
              translation={translation}
              mayEdit={mayEdit}
            />
          ))}
        </ul>
        {list.isError && (
          <Notice tone="error" role="alert">
            {errorText(list.error)}
          </Notice>
        )}
        {mayEdit && list.data && <TranslationForm statement={key} />}
      </div>
    </details>
  );
}
