"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useSectionTitles } from "@/app/_report/use-section-titles";
import { useTRPC } from "@/app/_trpc/client";
import { Button } from "@/app/_ui/button";
import { TextAreaField, TextField } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import {
  REPORT_NAME_MAX_LENGTH,
  REPORT_NOTE_MAX_LENGTH,
  ReportSectionId,
  type ReportSettings,
} from "@/lib/schemas/report-settings";
import { useErrorText } from "../_console/use-error-text";
import { readReportSettings } from "./read-report-settings";
import { SectionChoice } from "./section-choice";

interface Props {
  conversationId: number;
  settings: ReportSettings;
  /** Of the groups there are now. */
  letters: string[];
  /** Statements that a note may be wanted on. */
  notable: { id: number; text: string }[];
}

/** What the report shows, and the organisers' own words in it. */
export function ReportSettingsForm({ conversationId, settings, letters, notable }: Props) {
  const t = useTranslations("manage.report");
  const form = useTranslations("manage.settings");
  const titles = useSectionTitles();
  const router = useRouter();
  const trpc = useTRPC();
  const errorText = useErrorText();
  const update = useMutation(
    trpc.report.updateSettings.mutationOptions({ onSuccess: () => router.refresh() }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = readReportSettings(new FormData(event.currentTarget));
    // A group that is not there now keeps its name for when it comes back.
    const groupNames = { ...settings.groupNames, ...given.groupNames };
    update.mutate({ conversationId, settings: { ...given, groupNames } });
  };
  const notes = [
    ...ReportSectionId.options.map((id) => ({
      name: `note-${id}`,
      title: titles[id],
      text: settings.sectionNotes[id],
    })),
    ...notable.map(({ id, text }) => ({
      name: `note-${id}`,
      title: text,
      text: settings.statementNotes[id],
    })),
  ];
  return (
    <form onSubmit={submit} onChange={() => update.reset()} className="grid grid-cols-1 gap-6">
      <SectionChoice hidden={settings.hiddenSections} />
      {letters.map((letter) => (
        <TextField
          key={letter}
          label={t("groupName", { letter })}
          name={`group-${letter}`}
          maxLength={REPORT_NAME_MAX_LENGTH}
          dir="auto"
          defaultValue={settings.groupNames[letter]}
        />
      ))}
      {(["left", "right", "top", "bottom"] as const).map((direction) => (
        <TextField
          key={direction}
          label={t("axis", { direction })}
          name={`axis-${direction}`}
          maxLength={REPORT_NAME_MAX_LENGTH}
          dir="auto"
          defaultValue={settings.axisNames[direction]}
        />
      ))}
      <TextField label={t("pinned")} name="pinned" defaultValue={settings.pinned.join(", ")} />
      {notes.map(({ name, title, text }) => (
        <TextAreaField
          key={name}
          label={t("noteOn", { title })}
          name={name}
          rows={2}
          maxLength={REPORT_NOTE_MAX_LENGTH}
          dir="auto"
          defaultValue={text}
        />
      ))}
      {update.isError && (
        <Notice tone="error" role="alert">
          {errorText(update.error)}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary" disabled={update.isPending}>
          {update.isPending ? form("saving") : form("save")}
        </Button>
        <p role="status">{update.isSuccess && form("saved")}</p>
      </div>
    </form>
  );
}
