import { useTranslations } from "next-intl";
import { useNumber } from "@/app/_ui/use-number";
import type { ResultsView } from "@/lib/results/results-view";
import type { ReportBody } from "@/lib/schemas/report";
import { TimeChart } from "./time-chart";
import { VotesTable } from "./votes-table";

interface Props {
  /** Null while nobody has voted. */
  view: ResultsView | null;
  body: Pick<ReportBody, "participation" | "rejected">;
}

/** How many took part, how they came, when, and how much each did. */
export function TakingPart({ view, body }: Props) {
  const number = useNumber();
  const facts = useFacts(view, body);
  const { participation } = body;
  return (
    <>
      <dl className="grid gap-x-10 sm:grid-cols-2 print:grid-cols-2">
        {facts.map(([name, value]) => (
          <div
            key={name}
            className="flex items-baseline justify-between gap-4 border-line border-b py-1.5"
          >
            <dt>{name}</dt>
            <dd className="font-semibold tabular-nums">
              {number(value, { maximumFractionDigits: 1 })}
            </dd>
          </div>
        ))}
      </dl>
      <TimeChart spans={participation.spans} until={participation.until} />
      <VotesTable participation={participation} />
    </>
  );
}

/** What is not known, or may not be told, is left out. */
function useFacts(view: ResultsView | null, { participation, rejected }: Props["body"]) {
  const t = useTranslations("report");
  const { channels, statements } = participation;
  const { imported, here } = channels;
  const hasChannels = imported !== null && here !== null && imported > 0;
  const { participants, votes, onMap } = view ?? { participants: 0, votes: 0, onMap: 0 };
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
