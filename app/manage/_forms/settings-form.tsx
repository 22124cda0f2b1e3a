"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import type { ConversationSettings } from "@/lib/schemas/conversation";
import { useErrorText } from "../_console/use-error-text";
import { AboutFields } from "./about-fields";
import { readSettings } from "./read-settings";
import { SettingsFields } from "./settings-fields";

interface Props {
  conversationId: number;
  title: string;
  description: string;
  settings: ConversationSettings;
  wasOpen: boolean;
}

export function SettingsForm({ conversationId, title, description, settings, wasOpen }: Props) {
  const t = useTranslations("manage.settings");
  const router = useRouter();
  const trpc = useTRPC();
  const errorText = useErrorText();
  const update = useMutation(
    trpc.conversation.update.mutationOptions({ onSuccess: () => router.refresh() }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (update.isPending) return;
    const form = new FormData(event.currentTarget);
    update.mutate({
      conversationId,
      title: String(form.get("title")),
      description: String(form.get("description")),
      settings: readSettings(form),
    });
  };
  return (
    <form onSubmit={submit} onChange={() => update.reset()} className="grid gap-6">
      <AboutFields about={{ title, description, askedBy: settings.askedBy }} />
      <SettingsFields settings={settings} wasOpen={wasOpen} />
      {update.isError && (
        <Notice tone="error" role="alert">
          {errorText(update.error)}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary" aria-disabled={update.isPending}>
          {update.isPending ? t("saving") : t("save")}
        </Button>
        <p role="status">{update.isSuccess && t("saved")}</p>
      </div>
    </form>
  );
}
