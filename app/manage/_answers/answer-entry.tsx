import { useTranslations } from "next-intl";
import { AnswerItem } from "@/app/_answers/answer-item";
import { Notice } from "@/app/_ui/notice";
import type { PublicAnswer } from "@/lib/answers/answer";
import type { KeptAnswer } from "@/lib/answers/kept-answer";
import { AnswerForm } from "./answer-form";
import { ProgressForm } from "./progress-form";

interface Props {
  answer: PublicAnswer;
  /** Where the forms are sent; null for whoever may only read. */
  action: string | null;
  /** What was typed into one of the forms and could not be published. */
  kept: KeptAnswer | null;
  /** Something was just published. */
  isPublished: boolean;
}

/** A statement with its answer as everybody sees it, and the forms that add to it. */
export function AnswerEntry({ answer, action, kept, isPublished }: Props) {
  const t = useTranslations("manage.answers");
  const { text, language, current } = answer;
  return (
    <AnswerItem answer={answer} statement={text === null ? undefined : { text, language }}>
      {isPublished && (
        <div className="mt-4">
          <Notice tone="success" role="status">
            {t("published")}
          </Notice>
        </div>
      )}
      {action && (
        <div className="mt-3 grid grid-cols-1 gap-1">
          <AnswerForm
            answer={answer}
            action={action}
            kept={kept?.form === "answer" ? kept : null}
          />
          {current && (
            <ProgressForm
              answer={answer}
              action={action}
              kept={kept?.form === "progress" ? kept : null}
            />
          )}
        </div>
      )}
    </AnswerItem>
  );
}
