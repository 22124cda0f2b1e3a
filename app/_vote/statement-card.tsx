"use client";

import { useTranslations } from "next-intl";
import type { RefObject, SubmitEvent } from "react";
import { shownText } from "@/lib/i18n/shown-text";
import type { NextStatement, VoteValue } from "@/lib/schemas/vote";
import type { Choice } from "@/lib/voting/deck";
import { OriginalWords } from "../_statement/original-words";
import { VoteButtons } from "./vote-buttons";

interface Props {
  statement: NextStatement;
  /** The vote it has already, where somebody came back to it. */
  choice: Choice | null;
  action: string;
  /** What a browser without JavaScript sends along. */
  hidden: Record<string, string>;
  heading: RefObject<HTMLHeadingElement | null>;
  /** The first one stands still: it was there before the script. */
  isMoving: boolean;
  isImportant: boolean;
  /** Single keys vote. */
  hasKeys: boolean;
  onImportant(isImportant: boolean): void;
  onVote(value: VoteValue): void;
}

const standing = { "1": "votedAgree", "-1": "votedDisagree", "0": "votedPass" } as const;

const fromForm: Record<string, VoteValue> = { "1": 1, "0": 0, "-1": -1 };

/** One statement and its three answers: a plain form that the script overtakes. */
export function StatementCard(props: Props) {
  const { statement, choice, action, hidden, heading, isMoving } = props;
  const t = useTranslations("vote");
  const words = shownText(statement);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const value = fromForm[event.nativeEvent.submitter?.getAttribute("value") ?? ""];
    if (value !== undefined) props.onVote(value);
  };

  return (
    <form
      method="post"
      action={action}
      onSubmit={submit}
      className="grid rounded-card border border-line bg-card shadow-card"
    >
      {Object.entries({ ...hidden, statement: String(statement.id) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div
        className={`min-h-64 px-4 pt-4 pb-5 sm:min-h-44 sm:px-7 sm:pt-7 ${isMoving ? "motion-safe:animate-arrive" : ""}`}
      >
        <h2
          ref={heading}
          tabIndex={-1}
          dir="auto"
          lang={words.lang}
          className="statement-text font-normal"
        >
          {words.text}
        </h2>
        <OriginalWords statement={statement} />
        <p className="mt-2 text-muted text-sm">
          {t(statement.isSeed ? "byOrganiser" : "byParticipant")}
        </p>
        {choice && (
          <p className="mt-2 font-medium text-sm">
            {t(standing[`${choice.value}`])} {t("changeHint")}
          </p>
        )}
      </div>
      <div className="vote-answers grid gap-2 rounded-card bg-card px-4 pb-2 sm:px-7 sm:pb-5">
        <VoteButtons hasKeys={props.hasKeys} current={choice?.value ?? null} />
        <label className="flex min-h-11 items-center gap-2.5 justify-self-start pe-2 text-muted text-sm has-checked:font-medium has-checked:text-ink">
          <input
            type="checkbox"
            name="important"
            value="true"
            checked={props.isImportant}
            onChange={(event) => props.onImportant(event.target.checked)}
            className="size-5 accent-accent"
          />
          {t("important")}
        </label>
      </div>
    </form>
  );
}
