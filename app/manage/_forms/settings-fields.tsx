"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SelectField, TextAreaField, TextField } from "@/app/_ui/field";
import { dataLicences } from "@/lib/format/data-licences";
import { ANSWER_DAYS_MAX, type ConversationSettings } from "@/lib/schemas/conversation";
import { CheckField } from "./check-field";
import { ChoiceField } from "./choice-field";

interface Props {
  settings: ConversationSettings;
  /** What people voted relying on can no longer be changed. */
  wasOpen?: boolean;
}

/** The settings that have good defaults, as fields of a form; readSettings reads them back. */
export function SettingsFields({ settings, wasOpen = false }: Props) {
  const t = useTranslations("manage.settings");
  const promise = useTranslations("promise");
  const [visibility, setVisibility] = useState(settings.resultsVisibility);
  return (
    <div className="grid gap-6">
      <SelectField
        label={t("visibility")}
        name="resultsVisibility"
        value={visibility}
        onChange={(event) => setVisibility(event.target.value as typeof visibility)}
      >
        <option value="always">{t("visibilityAlways")}</option>
        <option value="after-votes">{t("visibilityAfterVotes")}</option>
        <option value="after-closing">{t("visibilityAfterClosing")}</option>
        <option value="organisers">{t("visibilityOrganisers")}</option>
      </SelectField>
      <div hidden={visibility !== "after-votes"}>
        <TextField
          label={t("afterVotes")}
          name="resultsAfterVotes"
          type="number"
          min={1}
          max={100}
          required
          defaultValue={settings.resultsAfterVotes}
        />
      </div>
      <ChoiceField
        legend={t("moderation")}
        name="moderation"
        defaultValue={settings.moderation}
        choices={[
          { value: "lenient", label: t("lenient") },
          { value: "strict", label: t("strict") },
        ]}
      />
      <CheckField
        name="participantsMayWrite"
        label={t("mayWrite")}
        defaultChecked={settings.participantsMayWrite}
      />
      <TextField
        label={t("maxLength")}
        name="statementMaxLength"
        type="number"
        min={20}
        max={2000}
        required
        defaultValue={settings.statementMaxLength}
      />
      <CheckField
        name="publicVotes"
        label={t("publicVotes")}
        hint={t(wasOpen ? "publicVotesFixed" : "publicVotesHint")}
        defaultChecked={settings.publicVotes}
        isFixed={wasOpen}
      />
      <TextField
        label={promise("field")}
        hint={wasOpen ? t("publicVotesFixed") : promise("fieldHint")}
        name="answerDays"
        type="number"
        min={1}
        max={ANSWER_DAYS_MAX}
        readOnly={wasOpen}
        className="read-only:bg-transparent read-only:text-muted"
        defaultValue={settings.answerDays ?? ""}
      />
      <SelectField
        label={t("licence")}
        hint={t("licenceHint")}
        name="licence"
        defaultValue={settings.licence}
      >
        {dataLicences.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        label={t("embedHosts")}
        hint={t("embedHostsHint")}
        name="embedHosts"
        rows={3}
        defaultValue={settings.embedHosts.join("\n")}
      />
    </div>
  );
}
