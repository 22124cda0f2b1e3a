import { useTranslations } from "next-intl";
import { countVoters, shareOfVoters, smallestCrowd, type Tally } from "@/lib/results/tally";
import { TallyBar } from "./tally-bar";
import { usePercent } from "./use-percent";

const kinds = [
  { kind: "agrees", sign: "✓", word: "agree", className: "text-agree" },
  { kind: "disagrees", sign: "✕", word: "disagree", className: "text-disagree" },
  { kind: "passes", sign: "–", word: "pass", className: "text-pass" },
] as const;

interface Props {
  tally: Tally;
  /** What the bar is of: those who voted on the statement, or the whole crowd. */
  of: "voters" | "crowd";
}

/** How a crowd voted: a bar and the same in figures, or a word when they are too few. */
export function TallyFigures({ tally, of }: Props) {
  const t = useTranslations("results");
  const percent = usePercent();
  const voters = countVoters(tally);
  if (voters < smallestCrowd) {
    return (
      <p className="text-muted text-sm">
        {voters === 0 && !tally.isHidden ? t("votedOn", { count: 0 }) : t("tooFew")}
      </p>
    );
  }
  return (
    <>
      <TallyBar tally={of === "voters" ? { ...tally, notVoted: 0 } : tally} />
      <p className="mt-1 flex flex-wrap gap-x-2 text-sm tabular-nums print:gap-x-1 print:text-[0.68rem]">
        {kinds.map(({ kind, sign, word, className }) => (
          <span key={kind} className={`whitespace-nowrap font-semibold ${className}`}>
            <span aria-hidden="true">{sign}</span> {percent(shareOfVoters(tally, kind) ?? 0)}
            <span className="sr-only"> {t(word)}</span>
          </span>
        ))}
      </p>
      <p className="text-muted text-xs">
        {of === "voters" || tally.notVoted === null
          ? t("votedOn", { count: voters })
          : t("notVoted", { count: tally.notVoted })}
      </p>
    </>
  );
}
