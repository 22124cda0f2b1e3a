import type { Participation } from "../schemas/report";
import type { ReportWords } from "./report-words";

/** How many votes people gave, and how many of them stayed for more: a row a class of people. */
export function tabulateVotesEach(
  { votesPerPerson, people }: Pick<Participation, "votesPerPerson" | "people">,
  words: Pick<ReportWords, "report" | "results" | "history" | "number">,
): { title: string; heads: string[]; rows: string[][] } {
  const finePercent = (share: number) =>
    words.number(share, { style: "percent", maximumFractionDigits: share < 0.01 ? 1 : 0 });
  let before = 0;
  const rows = votesPerPerson.map((votes) => {
    const atLeast = (people - before) / people;
    before += votes.people;
    return [nameVotes(votes, words), words.number(votes.people), finePercent(atLeast)];
  });
  return {
    title: words.report("votesEach"),
    heads: [words.history("votesColumn"), words.results("peopleColumn"), words.report("atLeast")],
    rows,
  };
}

function nameVotes(
  { from, to }: Participation["votesPerPerson"][number],
  { number, report }: Pick<ReportWords, "number" | "report">,
): string {
  if (to === null) return report("votesMore", { from });
  return from === to ? number(from) : `${number(from)}–${number(to)}`;
}
