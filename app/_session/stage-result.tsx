import { useTranslations } from "next-intl";
import type { SessionTally } from "@/lib/schemas/live-session";
import { TallyBar } from "../_results/tally-bar";
import { usePercent } from "../_results/use-percent";

const kinds = [
  { kind: "agrees", sign: "✓", word: "agree", className: "text-agree" },
  { kind: "disagrees", sign: "✕", word: "disagree", className: "text-disagree" },
  { kind: "passes", sign: "–", word: "pass", className: "text-pass" },
] as const;

/** How everybody voted; a word where that may not be told. */
export function StageResult({ tally }: { tally: SessionTally | null }) {
  const t = useTranslations("session");
  const vote = useTranslations("vote");
  const percent = usePercent();
  if (!tally || tally.votes === 0) return <p className="text-muted">{t("hidden")}</p>;
  return (
    <div role="status" className="grid gap-2">
      <p className="font-semibold">{t("results")}</p>
      <TallyBar tally={{ ...tally, notVoted: 0 }} className="block h-4 w-full" />
      <p className="flex flex-wrap gap-x-4 tabular-nums">
        {kinds.map(({ kind, sign, word, className }) => (
          <span key={kind} className={`whitespace-nowrap font-semibold ${className}`}>
            <span aria-hidden="true">{sign}</span> {vote(word)} {percent(tally[kind] / tally.votes)}
          </span>
        ))}
      </p>
    </div>
  );
}
