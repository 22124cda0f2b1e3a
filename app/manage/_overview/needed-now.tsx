import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/app/_ui/card";
import { LinkButton } from "@/app/_ui/link-button";
import type { ConversationState } from "@/lib/schemas/conversation";
import type { Act } from "@/server/services/permissions/permission-table";

interface Props {
  state: ConversationState;
  statements: { pending: number; accepted: number };
  isLenient: boolean;
  statementsHref: string;
  /** What this reader's role carries. */
  may(act: Act): boolean;
  /** Statements that this reader is to answer; null for whoever may not. */
  answers: { waiting: number; dueAt: Date | null; href: string } | null;
}

/** The tasks that wait for an organiser, the most urgent first. */
export function NeededNow(props: Props) {
  const { state, statements, isLenient, statementsHref, may, answers } = props;
  const t = useTranslations("manage.overview");
  const { pending, accepted } = statements;
  const tasks: ReactNode[] = [];
  if (pending > 0 && may("moderate")) {
    tasks.push(
      <Task
        key="pending"
        title={t("pendingTask", { count: pending })}
        body={isLenient ? t("pendingLenient") : t("pendingStrict")}
        link={{ href: statementsHref, text: t("decide") }}
      />,
    );
  }
  const isEmpty = accepted + pending === 0 && state !== "closed";
  if (isEmpty && may("seed")) {
    tasks.push(
      <Task
        key="empty"
        title={t("noStatements")}
        body={t("noStatementsBody")}
        link={{ href: statementsHref, text: t("addStatements") }}
      />,
    );
  } else if (state === "draft" && may("open")) {
    tasks.push(<Task key="draft" title={t("draftTask")} body={t("draftBody")} />);
  }
  if (answers && answers.waiting > 0) tasks.push(<AnswersTask key="answers" {...answers} />);
  return (
    <section aria-labelledby="needed-title">
      <Card className="grid gap-4 p-5 sm:p-6">
        <h2 id="needed-title" className="text-xl">
          {t("needed")}
        </h2>
        {tasks.length > 0 ? (
          <ul className="grid gap-4">{tasks}</ul>
        ) : (
          <p className="text-muted">{t("nothing")}</p>
        )}
      </Card>
    </section>
  );
}

function AnswersTask({ waiting, dueAt, href }: NonNullable<Props["answers"]>) {
  const t = useTranslations("manage");
  const format = useFormatter();
  return (
    <Task
      title={t("answers.waiting", { count: waiting })}
      body={dueAt ? t("answers.dueBy", { date: format.dateTime(dueAt, "moment") }) : null}
      link={{ href, text: t("tabs.answers") }}
    />
  );
}

interface TaskProps {
  title: string;
  body: string | null;
  link?: { href: string; text: string };
}

function Task({ title, body, link }: TaskProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 rounded-control border-warning border-s-4 bg-warning-soft px-4 py-3">
      <div>
        <p className="font-semibold">{title}</p>
        {body && <p className="text-sm">{body}</p>}
      </div>
      {link && (
        <LinkButton href={link.href} variant="primary">
          {link.text}
        </LinkButton>
      )}
    </li>
  );
}
