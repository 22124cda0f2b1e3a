import { useTranslations } from "next-intl";
import { SelectField, TextAreaField } from "@/app/_ui/field";
import type { PublicAnswer } from "@/lib/answers/answer";
import type { KeptAnswer } from "@/lib/answers/kept-answer";
import { ANSWER_TEXT_MAX_LENGTH, type ProgressStatus } from "@/lib/schemas/answer";
import { FoldedForm } from "./folded-form";

interface Props {
  answer: PublicAnswer;
  action: string;
  kept: KeptAnswer | null;
}

/** Tells what came of an answer. */
export function ProgressForm({ answer: { statementId, current, updates }, action, kept }: Props) {
  const t = useTranslations("manage.answers");
  const words = useTranslations("answers");
  const choices: { status: ProgressStatus; text: string }[] = [
    { status: "started", text: words("state.under-way") },
    { status: "done", text: words("state.done") },
    { status: "given-up", text: words("state.given-up") },
    { status: "note", text: t("note") },
  ];
  const possible = current?.decision === "will-not" ? choices.slice(-1) : choices;
  return (
    <FoldedForm
      form="progress"
      statementId={statementId}
      action={action}
      title={t("progress")}
      basedOn={updates.at(-1)?.number ?? 0}
      problem={kept?.problem ?? null}
      submit={t("publishUpdate")}
    >
      <SelectField label={t("status")} name="status" defaultValue={kept?.fields.status}>
        {possible.map(({ status, text }) => (
          <option key={status} value={status}>
            {text}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        label={t("text")}
        name="text"
        rows={4}
        required
        maxLength={ANSWER_TEXT_MAX_LENGTH}
        dir="auto"
        defaultValue={kept?.fields.text}
      />
    </FoldedForm>
  );
}
