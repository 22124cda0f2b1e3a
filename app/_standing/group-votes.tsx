import { useTranslations } from "next-intl";
import { shownText } from "@/lib/i18n/shown-text";
import type { StatementResult } from "@/lib/results/results-view";
import type { Tally } from "@/lib/results/tally";
import { countVoters, shareOfVoters, smallestCrowd } from "@/lib/results/tally";
import type { VoteValue } from "@/lib/schemas/vote";
import { GroupBadge } from "../_map/group-badge";
import type { ResultStatement } from "../_results/result-statement";
import { TallyBar } from "../_results/tally-bar";
import { usePercent } from "../_results/use-percent";

interface Props {
  /** The statement just voted on, and how. */
  statement: ResultStatement;
  value: VoteValue;
  /** Null while no vote on it has been counted. */
  result: StatementResult | null;
  hasGroups: boolean;
}

interface Crowd {
  /** Null: everybody, where there are no groups. */
  letter: string | null;
  tally: Tally;
}

const ownVote = { "1": "votedAgree", "-1": "votedDisagree", "0": "votedPass" } as const;

const rows = [
  { kind: "agrees", sign: "✓", word: "agree", className: "text-agree" },
  { kind: "disagrees", sign: "✕", word: "disagree", className: "text-disagree" },
  { kind: "passes", sign: "–", word: "pass", className: "text-pass" },
] as const;

/** How each group voted on a statement: as high for six groups as for two, so that nothing moves. */
export function GroupVotes({ statement, value, result, hasGroups }: Props) {
  const [t, vote] = [useTranslations("standing"), useTranslations("vote")];
  const everybody: Crowd[] = result ? [{ letter: null, tally: result.all }] : [];
  // A statement about the participant is not counted by group.
  const crowds = result && result.groups.length > 0 ? result.groups : everybody;
  const words = shownText(statement);
  return (
    <section
      aria-labelledby="group-votes"
      className="min-h-58 min-w-0 rounded-card border border-line bg-card px-4 py-3 sm:px-7"
    >
      <h2 id="group-votes" className="text-base">
        {t(hasGroups ? "groupVotes" : "everybodysVotes")}
      </h2>
      <p className="flex gap-1.5 text-muted text-sm">
        <q dir="auto" lang={words.lang} title={words.text} className="min-w-0 truncate">
          {words.text}
        </q>
        <span className="whitespace-nowrap">{vote(ownVote[`${value}`])}</span>
      </p>
      {crowds.length > 0 ? <Table crowds={crowds} /> : <p className="mt-3">{t("notCounted")}</p>}
    </section>
  );
}

function Table({ crowds }: { crowds: Crowd[] }) {
  const [t, results] = [useTranslations("standing"), useTranslations("results")];
  return (
    <table className="mt-2 w-full table-fixed text-center text-sm tabular-nums">
      <thead>
        <tr>
          <td className={crowds.length > 3 ? "w-[36%]" : "w-1/2"} />
          {crowds.map((crowd) => (
            <CrowdHead key={crowd.letter} {...crowd} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ kind, sign, word, className }, index) => (
          <tr key={kind} className={`font-semibold ${className}`}>
            <th scope="row" className="hyphens-auto wrap-anywhere py-0.5 text-start">
              <span aria-hidden="true">{sign}</span> {results(word)}
            </th>
            {crowds.map(({ letter, tally }) => (
              <Share key={letter} tally={tally} kind={kind} isFirst={index === 0} />
            ))}
          </tr>
        ))}
        <tr className="text-muted">
          <th scope="row" className="hyphens-auto wrap-anywhere py-0.5 text-start font-normal">
            {t("notVoted")}
          </th>
          {crowds.map(({ letter, tally }) =>
            isShowable(tally) ? <td key={letter}>{tally.notVoted ?? "–"}</td> : null,
          )}
        </tr>
      </tbody>
    </table>
  );
}

function CrowdHead({ letter, tally }: Crowd) {
  const results = useTranslations("results");
  return (
    <th scope="col" className="px-1 pb-1.5 font-medium">
      {letter === null ? (
        <span className="flex h-7 items-center justify-center">{results("everybody")}</span>
      ) : (
        <>
          <GroupBadge letter={letter} className="mx-auto size-7" />
          <span className="sr-only">{results("group", { letter })}</span>
        </>
      )}
      {isShowable(tally) ? <TallyBar tally={tally} className="mt-1 block h-2 w-full" /> : null}
    </th>
  );
}

function Share(props: { tally: Tally; kind: (typeof rows)[number]["kind"]; isFirst: boolean }) {
  const { tally, kind, isFirst } = props;
  const t = useTranslations("results");
  const percent = usePercent();
  if (isShowable(tally)) return <td>{percent(shareOfVoters(tally, kind) ?? 0)}</td>;
  if (!isFirst) return null;
  return (
    <td rowSpan={rows.length + 1} className="font-normal text-muted text-xs leading-tight">
      {t("tooFew")}
    </td>
  );
}

function isShowable(tally: Tally): boolean {
  return countVoters(tally) >= smallestCrowd;
}
