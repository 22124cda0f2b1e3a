import { useTranslations } from "next-intl";
import { usePercent } from "@/app/_results/use-percent";
import { countVoters, type Tally } from "@/lib/results/tally";

const kinds = [
  { kind: "agrees", sign: "✓", word: "agree", text: "text-agree", fill: "fill-agree" },
  { kind: "disagrees", sign: "✕", word: "disagree", text: "text-disagree", fill: "fill-disagree" },
  { kind: "passes", sign: "–", word: "pass", text: "text-pass", fill: "fill-pass" },
] as const;

/** How everybody voted, as three bars that move; each with its sign, word and figure. */
export function StatementBars({ tally }: { tally: Tally }) {
  const t = useTranslations("results");
  const percent = usePercent();
  const voters = countVoters(tally);
  return (
    <>
      <dl className="overlay-bars tabular-nums">
        {kinds.map(({ kind, sign, word, text, fill }) => (
          <div key={kind} className="contents">
            <dt className={`font-semibold ${text}`}>
              <span aria-hidden="true">{sign}</span> {t(word)}
            </dt>
            <dd className="contents">
              <svg
                viewBox="0 0 100 4"
                preserveAspectRatio="none"
                aria-hidden="true"
                className="overlay-bar rtl:-scale-x-100"
              >
                <rect width="100" height="4" className="fill-line" />
                <rect width={barWidth(tally[kind], voters)} height="4" className={fill} />
              </svg>
              <span className={`text-end font-semibold ${text}`}>
                {percent(tally[kind] / voters)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="overlay-small text-muted">{t("votedOn", { count: voters })}</p>
    </>
  );
}

/** To a tenth of a percent: nobody sees more, and every change is a style to compute. */
function barWidth(part: number, whole: number): number {
  return Math.round((1000 * part) / whole) / 10;
}
