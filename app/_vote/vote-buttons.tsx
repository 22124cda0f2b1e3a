"use client";

import { useTranslations } from "next-intl";
import type { VoteValue } from "@/lib/schemas/vote";
import { VoteSign } from "./vote-signs";

interface Option {
  value: VoteValue;
  name: "agree" | "disagree" | "pass";
  key: string;
  style: string;
  /** What it looks like when it is the vote that holds. */
  pressed: string;
}

const options: Option[] = [
  {
    value: 1,
    name: "agree",
    key: "A",
    style: "border-agree text-agree bg-agree-soft hover:bg-card active:bg-agree active:text-card",
    pressed: "border-agree bg-agree text-card",
  },
  {
    value: -1,
    name: "disagree",
    key: "D",
    style:
      "border-disagree text-disagree bg-disagree-soft hover:bg-card active:bg-disagree active:text-card",
    pressed: "border-disagree bg-disagree text-card",
  },
  {
    value: 0,
    name: "pass",
    key: "P",
    style: "border-pass text-pass bg-pass-soft hover:bg-card active:bg-pass active:text-card",
    pressed: "border-pass bg-pass text-card",
  },
];

interface Props {
  /** Single keys do the same. */
  hasKeys: boolean;
  /** The vote that holds now; null without one. */
  current: VoteValue | null;
}

/** Three large buttons that submit the form around them. */
export function VoteButtons({ hasKeys, current }: Props) {
  const t = useTranslations("vote");
  return (
    <div className="flex flex-wrap gap-2 sm:gap-3">
      {options.map(({ value, name, key, style, pressed }) => (
        <button
          key={name}
          type="submit"
          name="value"
          value={value}
          aria-keyshortcuts={hasKeys ? key : undefined}
          aria-pressed={current === null ? undefined : value === current}
          className={`flex min-h-20 flex-1 basis-20 flex-col items-center justify-center gap-1 rounded-control border-2 px-1 py-2 font-semibold leading-tight transition-colors ${value === current ? pressed : style}`}
        >
          <VoteSign value={value} />
          {t(name)}
        </button>
      ))}
    </div>
  );
}
