"use client";

import { useTranslations } from "next-intl";
import type { VoteValue } from "@/lib/schemas/vote";
import { VoteSign } from "./vote-signs";

interface Choice {
  value: VoteValue;
  name: "agree" | "disagree" | "pass";
  key: string;
  style: string;
}

const choices: Choice[] = [
  {
    value: 1,
    name: "agree",
    key: "A",
    style: "border-agree text-agree bg-agree-soft hover:bg-card active:bg-agree active:text-card",
  },
  {
    value: -1,
    name: "disagree",
    key: "D",
    style:
      "border-disagree text-disagree bg-disagree-soft hover:bg-card active:bg-disagree active:text-card",
  },
  {
    value: 0,
    name: "pass",
    key: "P",
    style: "border-pass text-pass bg-pass-soft hover:bg-card active:bg-pass active:text-card",
  },
];

/** Three large buttons that submit the form around them; `hasKeys` when single keys do the same. */
export function VoteButtons({ hasKeys }: { hasKeys: boolean }) {
  const t = useTranslations("vote");
  return (
    <div className="flex flex-wrap gap-2 sm:gap-3">
      {choices.map(({ value, name, key, style }) => (
        <button
          key={name}
          type="submit"
          name="value"
          value={value}
          aria-keyshortcuts={hasKeys ? key : undefined}
          className={`flex min-h-20 flex-1 basis-20 flex-col items-center justify-center gap-1 rounded-control border-2 px-1 py-2 font-semibold leading-tight transition-colors ${style}`}
        >
          <VoteSign value={value} />
          {t(name)}
        </button>
      ))}
    </div>
  );
}
