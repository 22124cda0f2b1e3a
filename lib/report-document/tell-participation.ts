import type { Participation } from "../schemas/report";
import { drawTimeChart } from "./draw-time-chart";
import type { Block } from "./report-document";
import type { ReportMaterial } from "./report-material";
import type { ReportWords } from "./report-words";

const shortMs = 3 * 24 * 60 * 60 * 1000;

/** How many took part, how they came, when, and how much each did. */
export function tellParticipation(material: ReportMaterial): Block[] {
  const { words } = material;
  const { participation } = material.body;
  const facts = listFacts(material).map(([name, value]): [string, string] => [
    name,
    words.number(value, { maximumFractionDigits: 1 }),
  ]);
  return [
    { kind: "facts", facts },
    ...tellTimes(participation, words, material.direction === "rtl"),
    ...tellVotesEach(participation, words),
  ];
}

/** What is not known, or may not be told, is left out. */
function listFacts({ view, body, words }: ReportMaterial): [string, number][] {
  const { participation, rejected } = body;
  const { channels, statements } = participation;
  const { imported, here } = channels;
  const hasChannels = imported !== null && here !== null && imported > 0;
  const { participants, votes, onMap } = view ?? { participants: 0, votes: 0, onMap: 0 };
  const t = words.report;
  const facts: [string, number | null][] = [
    [t("participants"), participants],
    [t("grouped"), view && onMap],
    [t("channels", { channel: "imported" }), hasChannels ? imported : null],
    [t("channels", { channel: "here" }), hasChannels && here > 0 ? here : null],
    [t("votes"), votes],
    [t("perPerson"), participants > 0 ? votes / participants : null],
    [t("published"), statements.seeds + statements.byParticipants],
    [t("sources", { source: "seeds" }), statements.seeds],
    [t("sources", { source: "participants" }), statements.byParticipants],
    [t("sources", { source: "authors" }), statements.authors || null],
    [t("rejected"), rejected.reduce((sum, { count }) => sum + count, 0)],
  ];
  return facts.filter((fact): fact is [string, number] => fact[1] !== null);
}

function tellTimes(
  { spans, until }: Participation,
  words: ReportWords,
  isRightToLeft: boolean,
): Block[] {
  const [first] = spans;
  if (!first || until === null) return [];
  // The hour matters only to what is over in days.
  const isShort = Date.parse(until) - Date.parse(first.start) < shortMs;
  const moment = isShort ? words.moment : words.day;
  const peak = spans.reduce((most, span) => (span.newcomers > most.newcomers ? span : most));
  const told = words.report("overTimeText", {
    from: moment(first.start),
    until: moment(until),
    people: spans.reduce((sum, { newcomers }) => sum + newcomers, 0),
    most: peak.newcomers,
    peak: moment(peak.start),
  });
  const title = words.report("overTime");
  return [
    { kind: "heading", text: title, letter: null },
    {
      kind: "picture",
      svg: drawTimeChart(spans, until, isRightToLeft),
      alternative: title,
      caption: told,
      heightMm: 22,
    },
  ];
}

function tellVotesEach({ votesPerPerson, people }: Participation, words: ReportWords): Block[] {
  if (votesPerPerson.length === 0) return [];
  const title = words.report("votesEach");
  const heads = [
    words.history("votesColumn"),
    words.results("peopleColumn"),
    words.report("atLeast"),
  ];
  const finePercent = (share: number) =>
    words.number(share, { style: "percent", maximumFractionDigits: share < 0.01 ? 1 : 0 });
  let before = 0;
  const rows = votesPerPerson.map((votes) => {
    const atLeast = (people - before) / people;
    before += votes.people;
    return [nameVotes(votes, words), words.number(votes.people), finePercent(atLeast)];
  });
  return [
    { kind: "heading", text: title, letter: null },
    { kind: "table", heads, rows },
  ];
}

function nameVotes(
  { from, to }: Participation["votesPerPerson"][number],
  { number, report }: ReportWords,
): string {
  if (to === null) return report("votesMore", { from });
  return from === to ? number(from) : `${number(from)}–${number(to)}`;
}
