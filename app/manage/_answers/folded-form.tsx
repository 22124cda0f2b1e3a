import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import type { KeptAnswer } from "@/lib/answers/kept-answer";
import { explainReason } from "../_console/explained-reasons";

interface Props {
  form: KeptAnswer["form"];
  statementId: number;
  action: string;
  /** What it unfolds from. */
  title: string;
  /** The newest number that whoever fills it in has seen. */
  basedOn: number;
  /** Why it stands here again; null for a new one. */
  problem: string | null;
  submit: string;
  children: ReactNode;
}

/** A plain form that unfolds; one that could not be taken is open, and says why. */
export function FoldedForm(props: Props) {
  const { form, statementId, action, title, basedOn, problem, submit, children } = props;
  const t = useTranslations("manage.errors");
  const id = `${form}-form-${statementId}`;
  return (
    <details id={id} open={problem !== null} className="scroll-mt-4">
      <summary className="disclosure font-medium text-accent hover:text-accent-strong">
        {title}
      </summary>
      <form
        method="post"
        action={`${action}#${id}`}
        className="grid grid-cols-1 gap-5 rounded-card border border-line bg-card p-5 sm:p-6"
      >
        <input type="hidden" name="form" value={form} />
        <input type="hidden" name="statement" value={statementId} />
        <input type="hidden" name="basedOn" value={basedOn} />
        {problem !== null && (
          <Notice tone="error" role="alert">
            {t(explainReason(problem))}
          </Notice>
        )}
        {children}
        <div>
          <Button type="submit" variant="primary">
            {submit}
          </Button>
        </div>
      </form>
    </details>
  );
}
