"use client";

import { useTranslations } from "next-intl";
import type { VoteValue } from "@/lib/schemas/vote";
import { VoteSign } from "./vote-signs";

const choices: { value: VoteValue; name: "agree" | "disagree" | "pass"; style: string }[] = [
  {
    value: 1,
    name: "agree",
    style: "border-agree text-agree bg-agree-soft hover:bg-card active:bg-agree active:text-card",
  },
  {
    value: -1,
    name: "disagree",
    style:
      "border-disagree text-disagree bg-disagree-soft hover:bg-card active:bg-disagree active:text-card",
  },
  {
    value: 0,
    name: "pass",
    style: "border-pass text-pass bg-pass-soft hover:bg-card active:bg-pass active:text-card",
  },
];

/** Three large buttons that submit the form around them. */
export function VoteButtons() {
  const t = useTranslations("vote");
  return (
    <div className="flex flex-wrap gap-2 sm:gap-3">
      {choices.map(({ value, name, style }) => (
        <button
          key={name}
          type="submit"
          name="value"
          value={value}
          className={`flex min-h-20 flex-1 basis-20 flex-col items-center justify-center gap-1 rounded-control border-2 px-1 py-2 font-semibold leading-tight transition-colors ${style}`}
        >
          <VoteSign value={value} />
          {t(name)}
        </button>
      ))}
    </div>
  );
}
