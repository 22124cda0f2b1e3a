import { headers } from "next/headers";
import { getFormatter, getTranslations } from "next-intl/server";
import { Notice } from "@/app/_ui/notice";
import { keptAnswerHeader, unpackKeptAnswer } from "@/lib/answers/kept-answer";
import { getLocalizeHref } from "@/server/i18n/localize-href";
import { listAnswers } from "@/server/services/answers/list-answers";
import { roleMay } from "@/server/services/permissions/permission-table";
import { AnswerEntry } from "../../../../_answers/answer-entry";
import { StrayAnswer } from "../../../../_answers/stray-answer";
import { loadConversation } from "../../../../_console/load-conversation";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ published?: string | string[] }>;
}

/** Plain forms to node:http: the page works before, and without, any script. */
export default async function AnswersPage({ params, searchParams }: Props) {
  const { ctx, conversation } = await loadConversation((await params).slug);
  const [
    { promisedDays, dueAt, answers },
    { published },
    sent,
    t,
    tabs,
    words,
    promise,
    format,
    href,
  ] = await Promise.all([
    listAnswers(ctx, { conversation }),
    searchParams,
    headers(),
    getTranslations("manage.answers"),
    getTranslations("manage.tabs"),
    getTranslations("answers"),
    getTranslations("promise"),
    getFormatter(),
    getLocalizeHref(),
  ]);
  const kept = unpackKeptAnswer(sent.get(keptAnswerHeader));
  const mayAnswer = roleMay(conversation.role, "answer");
  return (
    <section
      aria-labelledby="answers-title"
      className="grid max-w-2xl grid-cols-1 gap-6"
      data-plain=""
    >
      <h2 id="answers-title" className="text-2xl">
        {tabs("answers")}
      </h2>
      <div className="grid gap-2">
        <p>{t("lead")}</p>
        <p>{promisedDays === null ? t("unpromised") : promise("told", { days: promisedDays })}</p>
        {dueAt && (
          <p className="font-semibold">
            {t("dueBy", { date: format.dateTime(new Date(dueAt), "moment") })}
          </p>
        )}
      </div>
      {!mayAnswer && <Notice>{t("readOnly")}</Notice>}
      {kept && !answers.some(({ statementId }) => statementId === kept.statementId) && (
        <StrayAnswer kept={kept} />
      )}
      {answers.length === 0 ? (
        <p className="text-muted">
          {conversation.state === "closed" ? words("none") : t("notYet")}
        </p>
      ) : (
        <ol className="divide-y divide-line border-line border-y">
          {answers.map((answer) => (
            <AnswerEntry
              key={answer.statementId}
              answer={answer}
              action={mayAnswer ? href(`/manage/c/${conversation.slug}/answers`) : null}
              kept={kept?.statementId === answer.statementId ? kept : null}
              isPublished={published === String(answer.statementId) && kept === null}
            />
          ))}
        </ol>
      )}
    </section>
  );
}
