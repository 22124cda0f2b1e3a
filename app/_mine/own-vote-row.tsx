"use client";

import { useTranslations } from "next-intl";
import type { SubmitEvent } from "react";
import { guessLanguage } from "@/lib/i18n/guess-language";
import type { OwnVote } from "@/lib/schemas/participation";
import type { VoteValue } from "@/lib/schemas/vote";
import { hiddenFields, type Participation } from "../_vote/use-channel";
import { VoteSign } from "../_vote/vote-signs";

interface Props {
  vote: OwnVote;
  /** What holds now; null once withdrawn. */
  value: VoteValue | null;
  participation: Participation;
  idempotencyKey: string;
  isOpen: boolean;
  onChange(value: VoteValue | null): void;
}

const choices: { value: VoteValue; name: "agree" | "disagree" | "pass"; pressed: string }[] = [
  { value: 1, name: "agree", pressed: "border-agree bg-agree-soft text-agree" },
  { value: -1, name: "disagree", pressed: "border-disagree bg-disagree-soft text-disagree" },
  { value: 0, name: "pass", pressed: "border-pass bg-pass-soft text-pass" },
];

const button =
  "inline-flex min-h-11 items-center gap-1.5 rounded-control border px-3 text-sm hover:border-ink";

export function OwnVoteRow(props: Props) {
  const { vote, value, participation, idempotencyKey, isOpen, onChange } = props;
  const t = useTranslations("mine");
  const words = useTranslations("vote");

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const pressed = event.nativeEvent.submitter?.getAttribute("value");
    onChange(choices.find((choice) => String(choice.value) === pressed)?.value ?? null);
  };

  const text = vote.text ?? t("notShown");
  // A vote on a statement that was not accepted can only be withdrawn.
  const offered = vote.text === null ? [] : choices;

  return (
    <li className="grid gap-2 py-4">
      {vote.text === null ? (
        <p className="text-muted">{text}</p>
      ) : (
        <p
          dir="auto"
          lang={vote.language ?? guessLanguage(vote.text) ?? undefined}
          className="text-lg"
        >
          {text}
        </p>
      )}
      {vote.important && <p className="text-muted text-sm">{t("important")}</p>}
      <form
        method="post"
        action={`/api/v1/conversations/${participation.slug}/votes`}
        onSubmit={submit}
      >
        {Object.entries({
          ...hiddenFields(participation, idempotencyKey),
          statement: String(vote.statement),
          ...(vote.important && { important: "true" }),
        }).map(([name, text]) => (
          <input key={name} type="hidden" name={name} value={text} />
        ))}
        <fieldset disabled={!isOpen} className="flex flex-wrap gap-2">
          <legend className="sr-only">{text}</legend>
          {offered.map((choice) => {
            const isPressed = choice.value === value;
            return (
              <button
                key={choice.name}
                type="submit"
                name="value"
                value={choice.value}
                aria-pressed={isPressed}
                className={`${button} ${isPressed ? `font-semibold ${choice.pressed}` : "border-line text-muted"}`}
              >
                <VoteSign value={choice.value} className="size-4" />
                {words(choice.name)}
              </button>
            );
          })}
          <button
            type="submit"
            name="value"
            value=""
            aria-pressed={value === null}
            className={`${button} border-transparent text-muted underline underline-offset-4`}
          >
            {t(value === null ? "withdrawn" : "withdraw")}
          </button>
        </fieldset>
      </form>
    </li>
  );
}
