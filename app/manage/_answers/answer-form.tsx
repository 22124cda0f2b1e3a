import { useTranslations } from "next-intl";
import { TextAreaField, TextField } from "@/app/_ui/field";
import type { PublicAnswer } from "@/lib/answers/answer";
import type { KeptAnswer } from "@/lib/answers/kept-answer";
import {
  ANSWER_TEXT_MAX_LENGTH,
  ANSWER_UNIT_MAX_LENGTH,
  AnswerDecision,
} from "@/lib/schemas/answer";
import { FoldedForm } from "./folded-form";

interface Props {
  answer: PublicAnswer;
  action: string;
  kept: KeptAnswer | null;
}

/** Answers a statement, or puts an answer in other words. */
export function AnswerForm({ answer: { statementId, current }, action, kept }: Props) {
  const t = useTranslations("manage.answers");
  const words = useTranslations("answers");
  const typed = kept?.fields ?? { ...current, dueOn: current?.dueOn ?? "" };
  return (
    <FoldedForm
      form="answer"
      statementId={statementId}
      action={action}
      title={t(current ? "reword" : "answer")}
      basedOn={current?.number ?? 0}
      problem={kept?.problem ?? null}
      submit={t("publish")}
    >
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-medium">{t("decision")}</legend>
        {AnswerDecision.options.map((decision) => (
          <label key={decision} className="flex min-h-11 items-center gap-3">
            <input
              type="radio"
              name="decision"
              value={decision}
              required
              defaultChecked={typed.decision === decision}
              className="size-5 shrink-0 accent-accent"
            />
            <span>{words(`decision.${decision}`)}</span>
          </label>
        ))}
      </fieldset>
      <TextAreaField
        label={t("reason")}
        hint={current ? t("rewordHint") : undefined}
        name="reason"
        rows={6}
        required
        maxLength={ANSWER_TEXT_MAX_LENGTH}
        dir="auto"
        defaultValue={typed.reason}
      />
      <TextField
        label={t("unit")}
        hint={t("unitHint")}
        name="unit"
        maxLength={ANSWER_UNIT_MAX_LENGTH}
        dir="auto"
        defaultValue={typed.unit}
      />
      <div className="[form:has([value=will-not]:checked)_&]:hidden">
        <TextField
          label={t("dueOn")}
          name="dueOn"
          type="date"
          min="1900-01-01"
          max="2999-12-31"
          defaultValue={typed.dueOn}
        />
      </div>
    </FoldedForm>
  );
}
