"use client";

import { useTranslations } from "next-intl";
import type { VoteValue } from "@/lib/schemas/vote";
import { VoteSign } from "./vote-signs";

interface Props {
  /** What holds now; null without a vote. */
  value: VoteValue | null;
  /** `submit` where a form takes the choice when there is no script. */
  type: "button" | "submit";
  onChoose?(value: VoteValue): void;
}

const choices: { value: VoteValue; name: "agree" | "disagree" | "pass"; pressed: string }[] = [
  { value: 1, name: "agree", pressed: "border-agree bg-agree-soft text-agree" },
  { value: -1, name: "disagree", pressed: "border-disagree bg-disagree-soft text-disagree" },
  { value: 0, name: "pass", pressed: "border-pass bg-pass-soft text-pass" },
];

const button =
  "inline-flex min-h-11 items-center justify-center gap-1.5 rounded-control border px-2.5 text-sm hover:border-ink sm:px-3";

/** Three small buttons for a statement in a list, the one that holds pressed in. */
export function VoteChoices({ value, type, onChoose }: Props) {
  const t = useTranslations("vote");
  return choices.map((choice) => {
    const isPressed = choice.value === value;
    return (
      <button
        key={choice.name}
        type={type}
        name="value"
        value={choice.value}
        aria-pressed={isPressed}
        onClick={onChoose && (() => onChoose(choice.value))}
        className={`${button} ${isPressed ? `font-semibold ${choice.pressed}` : "border-edge text-muted"}`}
      >
        <VoteSign value={choice.value} className="size-4" />
        {t(choice.name)}
      </button>
    );
  });
}
