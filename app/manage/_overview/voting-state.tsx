"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useRef } from "react";
import { Card } from "@/app/_ui/card";
import { Notice } from "@/app/_ui/notice";
import type { ConversationState } from "@/lib/schemas/conversation";
import { useKeptFocus } from "../_console/use-kept-focus";
import { CloseControl } from "./close-control";
import { OpenControl } from "./open-control";
import { useVotingActs } from "./use-voting-acts";

interface Props {
  conversationId: number;
  state: ConversationState;
  closesAt: Date | null;
  mayChange: boolean;
  voteHref: string;
  resultsHref: string;
  settingsHref: string;
  /** Null: no answers are promised. */
  answerDays: number | null;
}

/** Whether people can vote now, and the buttons that change it. */
export function VotingState(props: Props) {
  const { conversationId, state, closesAt, mayChange, voteHref, resultsHref } = props;
  const { settingsHref, answerDays } = props;
  const t = useTranslations("manage.overview");
  const { acts, isBusy, done, problem } = useVotingActs(conversationId);
  const heading = useRef<HTMLHeadingElement>(null);
  useKeptFocus(heading, state);
  return (
    <section aria-labelledby="voting-title">
      <Card className="grid grid-cols-1 gap-5 p-5 sm:p-6">
        <h2 ref={heading} tabIndex={-1} id="voting-title" className="text-xl">
          {t("stateTitle")}
        </h2>
        <p suppressHydrationWarning>
          <StateSentence state={state} closesAt={closesAt} />
        </p>
        {mayChange && state !== "open" && (
          <OpenControl
            isReopening={state === "closed"}
            isBusy={isBusy}
            onOpen={acts.open}
            settingsHref={settingsHref}
            answerDays={answerDays}
          />
        )}
        {mayChange && state === "open" && (
          <CloseControl
            closesAt={closesAt}
            isBusy={isBusy}
            onClose={acts.close}
            onChangeDate={acts.changeDate}
          />
        )}
        <p role="status" className="font-medium empty:sr-only">
          {done && t(done)}
        </p>
        {problem && (
          <Notice tone="error" role="alert">
            {problem}
          </Notice>
        )}
        {state !== "draft" && (
          <p className="flex flex-wrap gap-x-5">
            <a className="link inline-flex min-h-11 items-center" href={voteHref}>
              {t("voteLink")}
            </a>
            <a className="link inline-flex min-h-11 items-center" href={resultsHref}>
              {t("resultsLink")}
            </a>
          </p>
        )}
      </Card>
    </section>
  );
}

function StateSentence({ state, closesAt }: Pick<Props, "state" | "closesAt">) {
  const t = useTranslations("manage.overview");
  const format = useFormatter();
  const date = closesAt && format.dateTime(closesAt, "moment");
  if (state === "draft") return t("stateDraft");
  if (state === "open") return date ? t("stateOpenUntil", { date }) : t("stateOpen");
  return t("stateClosed", { date: date ?? "–" });
}
