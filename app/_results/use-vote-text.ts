import { useTranslations } from "next-intl";
import type { ResultsView } from "@/lib/results/results-view";
import { shareOfVoters, type Tally } from "@/lib/results/tally";
import type { AgreementArea } from "@/lib/schemas/agreement";
import { usePercent } from "./use-percent";

/** How people voted on a statement, in sentences; empty where too few did. */
export function useVoteText() {
  const t = useTranslations("map");
  const percent = usePercent();
  const shares = (tally: Tally) => {
    const [agree, disagree] = [shareOfVoters(tally, "agrees"), shareOfVoters(tally, "disagrees")];
    if (agree === null || disagree === null) return null;
    return { agree: percent(agree), disagree: percent(disagree) };
  };
  return {
    ofGroup(view: ResultsView, statement: number, letter: string): string {
      const result = view.statements.find((candidate) => candidate.statement === statement);
      const group = result?.groups.find((candidate) => candidate.letter === letter);
      const told = group && shares(group.tally);
      return told ? t("groupVotes", { number: statement, letter, ...told }) : "";
    },
    ofEverybody(view: ResultsView, statement: number): string {
      const result = view.statements.find((candidate) => candidate.statement === statement);
      const told = result && shares(result.all);
      return told ? t("everybodyVotes", { number: statement, ...told }) : "";
    },
    ofArea(area: AgreementArea | undefined, statement: number): string {
      const tally = area && { ...area, notVoted: 0 };
      const told = tally && shares(tally);
      if (!told) return t("areaUntold", { number: statement });
      const voters = tally.agrees + tally.disagrees + tally.passes;
      return t("areaVotes", { number: statement, voters, ...told });
    },
  };
}
