import { describeTimes } from "./describe-times";
import { drawTimeChart } from "./draw-time-chart";
import { listParticipationFacts } from "./participation-facts";
import type { Block } from "./report-document";
import type { ReportMaterial } from "./report-material";
import { tabulateVotesEach } from "./votes-each";

/** How many took part, how they came, when, and how much each did. */
export function tellParticipation(material: ReportMaterial): Block[] {
  const { words } = material;
  const facts = listParticipationFacts(material).map(([name, value]): [string, string] => [
    name,
    words.number(value, { maximumFractionDigits: 1 }),
  ]);
  return [{ kind: "facts", facts }, ...tellTimes(material), ...tellVotesEach(material)];
}

function tellTimes({ body, words, direction }: ReportMaterial): Block[] {
  const { spans, until } = body.participation;
  const caption = describeTimes(body.participation, words);
  if (caption === null || until === null) return [];
  const title = words.report("overTime");
  return [
    { kind: "heading", text: title, letter: null },
    {
      kind: "picture",
      svg: drawTimeChart(spans, until, direction === "rtl"),
      alternative: title,
      caption,
      heightMm: 22,
    },
  ];
}

function tellVotesEach({ body, words }: ReportMaterial): Block[] {
  const { title, heads, rows } = tabulateVotesEach(body.participation, words);
  if (rows.length === 0) return [];
  return [
    { kind: "heading", text: title, letter: null },
    { kind: "table", heads, rows },
  ];
}
