import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ResultStatement } from "@/app/_results/result-statement";
import { StatementQuote } from "@/app/_results/statement-quote";
import type { AnswerUpdate, AnswerWording, PublicAnswer } from "@/lib/answers/answer";
import { describeState, describeUpdate, describeWording } from "@/lib/answers/describe-answer";
import { guessLanguage } from "@/lib/i18n/guess-language";
import { useAnswerWords } from "./use-answer-words";

const tones = {
  plain: "",
  muted: "text-muted",
  agree: "text-agree",
  disagree: "text-disagree",
  pass: "text-pass",
};

interface Props {
  answer: PublicAnswer;
  /** Left out once it is no longer shown. */
  statement: ResultStatement | undefined;
  /** Below it. */
  children?: ReactNode;
}

/** A statement, how its answer stands, the answer itself, what came of it, and how it was put before. */
export function AnswerItem({ answer, statement, children }: Props) {
  const t = useTranslations("answers");
  const { statementId, state, current, earlier, updates, isTakenBack } = answer;
  const { sign, tone, text } = describeState(state, useAnswerWords());
  return (
    <li id={`answer-${statementId}`} className="scroll-mt-4 py-6">
      {statement && <StatementQuote statement={statement} />}
      {isTakenBack && <p className="text-muted">{t("takenBack")}</p>}
      {!statement && !isTakenBack && <p className="text-muted">{t("notShown")}</p>}
      <p className={`mt-2 font-semibold ${tones[tone]}`}>
        {sign && <span aria-hidden="true">{sign} </span>}
        {text}
      </p>
      {current && <Wording wording={current} />}
      {updates.length > 0 && (
        <ol className="mt-4 grid gap-3">
          {updates.map((update) => (
            <Update key={update.number} update={update} />
          ))}
        </ol>
      )}
      {earlier.length > 0 && (
        <details className="mt-3 print:hidden">
          <summary className="link inline-flex min-h-11 cursor-pointer items-center text-sm">
            {t("earlier")}
          </summary>
          {earlier.map((wording) => (
            <Wording key={wording.number} wording={wording} />
          ))}
        </details>
      )}
      {children}
    </li>
  );
}

function Wording({ wording }: { wording: AnswerWording }) {
  const facts = describeWording(wording, useAnswerWords());
  return (
    <div className="mt-3 max-w-prose border-edge border-s-4 ps-4 print:max-w-none">
      <Own text={wording.reason} />
      <p dir="auto" className="mt-1 text-muted text-sm wrap-anywhere">
        {facts.join(" · ")}
      </p>
    </div>
  );
}

function Update({ update }: { update: AnswerUpdate }) {
  const [status, ...facts] = describeUpdate(update, useAnswerWords());
  return (
    <li className="max-w-prose border-line border-s-4 ps-4 print:max-w-none">
      <p className="text-muted text-sm">
        <strong className="text-ink">{status}</strong> · {facts.join(" · ")}
      </p>
      <Own text={update.text} />
    </li>
  );
}

/** An official's own words, as they were typed. */
function Own({ text }: { text: string }) {
  return (
    <p
      dir="auto"
      lang={guessLanguage(text) ?? undefined}
      className="whitespace-pre-line wrap-anywhere"
    >
      {text}
    </p>
  );
}
