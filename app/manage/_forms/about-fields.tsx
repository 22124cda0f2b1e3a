"use client";

import { useTranslations } from "next-intl";
import { TextAreaField, TextField } from "@/app/_ui/field";
import { TITLE_MAX_LENGTH } from "@/lib/schemas/conversation-input";

interface About {
  title: string;
  description: string;
  askedBy: string;
}

/** What a conversation is about and who asks. */
export function AboutFields({ about }: { about?: About }) {
  const t = useTranslations("manage.create");
  return (
    <>
      <TextField
        label={t("name")}
        hint={t("nameHint")}
        name="title"
        required
        maxLength={TITLE_MAX_LENGTH}
        dir="auto"
        defaultValue={about?.title}
      />
      <TextAreaField
        label={t("question")}
        hint={t("questionHint")}
        name="description"
        rows={4}
        maxLength={5000}
        dir="auto"
        defaultValue={about?.description}
      />
      <TextField
        label={t("askedBy")}
        hint={t("askedByHint")}
        name="askedBy"
        maxLength={200}
        dir="auto"
        defaultValue={about?.askedBy}
      />
    </>
  );
}
