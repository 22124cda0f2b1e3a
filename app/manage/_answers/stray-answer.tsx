import { useTranslations } from "next-intl";
import { TextAreaField } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import type { KeptAnswer } from "@/lib/answers/kept-answer";
import { explainReason } from "../_console/explained-reasons";

/** What was typed about a statement that has left the list meanwhile, to be copied from here. */
export function StrayAnswer({ kept: { form, problem, fields } }: { kept: KeptAnswer }) {
  const t = useTranslations("manage.answers");
  const errors = useTranslations("manage.errors");
  const typed = form === "answer" ? fields.reason : fields.text;
  return (
    <div className="grid grid-cols-1 gap-4">
      <Notice tone="error" role="alert">
        {errors(explainReason(problem))}
      </Notice>
      {typed && (
        <TextAreaField
          label={t(form === "answer" ? "reason" : "text")}
          rows={6}
          readOnly
          dir="auto"
          defaultValue={typed}
        />
      )}
    </div>
  );
}
