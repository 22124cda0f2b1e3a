"use client";

import { useTranslations } from "next-intl";
import type { SubmitEvent } from "react";
import { shownText } from "@/lib/i18n/shown-text";
import type { OwnChoice, OwnVote } from "@/lib/schemas/participation";
import type { VoteValue } from "@/lib/schemas/vote";
import { OriginalWords } from "../_statement/original-words";
import { hiddenFields, type Participation } from "../_vote/use-channel";
import { VoteChoices } from "../_vote/vote-choices";

interface Props {
  vote: OwnVote;
  /** What holds now; null once withdrawn. */
  choice: OwnChoice | null;
  participation: Participation;
  idempotencyKey: string;
  isOpen: boolean;
  onChange(choice: OwnChoice | null): void;
}

const fromForm: Record<string, VoteValue> = { "1": 1, "0": 0, "-1": -1 };

/** One vote, to change or withdraw: a plain form that the script overtakes. */
export function OwnVoteRow(props: Props) {
  const { vote, choice, participation, idempotencyKey, isOpen, onChange } = props;
  const t = useTranslations("mine");
  const words = useTranslations("vote");
  const isImportant = choice?.important ?? vote.important;

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const value = fromForm[event.nativeEvent.submitter?.getAttribute("value") ?? ""];
    onChange(value === undefined ? null : { value, important: isImportant });
  };

  const { text: original, language, translation } = vote;
  const statement = original === null ? null : { text: original, language, translation };
  const shown = statement && shownText(statement);
  return (
    <li id={`vote-${vote.statement}`} className="scroll-mt-4 py-4">
      <form
        method="post"
        action={`/api/v1/conversations/${participation.slug}/votes`}
        onSubmit={submit}
      >
        {Object.entries({
          ...hiddenFields(participation, idempotencyKey),
          statement: String(vote.statement),
          page: "mine",
        }).map(([name, text]) => (
          <input key={name} type="hidden" name={name} value={text} />
        ))}
        <fieldset disabled={!isOpen} className="grid gap-2">
          <legend
            dir="auto"
            lang={shown?.lang}
            className={`pb-2 wrap-anywhere ${shown ? "text-lg" : "text-muted"}`}
          >
            {shown?.text ?? t("notShown")}
          </legend>
          {statement && <OriginalWords statement={statement} />}
          {/* A vote on a statement that was not accepted can only be withdrawn. */}
          {vote.text !== null && (
            <div className="flex flex-wrap gap-1.5 sm:gap-2">
              <VoteChoices value={choice?.value ?? null} type="submit" />
            </div>
          )}
          <div className="flex flex-wrap items-center justify-between gap-x-4">
            {vote.text !== null && (
              <label className="flex min-h-11 items-center gap-2.5 text-muted text-sm has-checked:font-medium has-checked:text-ink">
                <input
                  type="checkbox"
                  name="important"
                  value="true"
                  checked={isImportant}
                  disabled={choice === null}
                  onChange={(event) =>
                    choice && onChange({ ...choice, important: event.target.checked })
                  }
                  className="size-5 accent-accent"
                />
                {words("important")}
              </label>
            )}
            <button
              type="submit"
              name="value"
              value=""
              aria-pressed={choice === null}
              className="min-h-11 text-muted text-sm underline underline-offset-4 hover:text-ink"
            >
              {t(choice === null ? "withdrawn" : "withdraw")}
            </button>
          </div>
        </fieldset>
      </form>
    </li>
  );
}
