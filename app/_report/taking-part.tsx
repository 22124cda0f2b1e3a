import { useFormatter, useTranslations } from "next-intl";
import type { ResultsView } from "@/lib/results/results-view";

interface Props {
  view: ResultsView;
  /** Statements shown in the conversation, and statements kept out of it. */
  published: number;
  rejected: number;
}

/** How many took part, and what can be concluded from that. */
export function TakingPart({ view, published, rejected }: Props) {
  const t = useTranslations("report");
  const format = useFormatter();
  const perPerson = view.participants === 0 ? 0 : view.votes / view.participants;
  const facts = [
    ["participants", format.number(view.participants)],
    ["grouped", format.number(view.onMap)],
    ["votes", format.number(view.votes)],
    ["perPerson", format.number(perPerson, { maximumFractionDigits: 1 })],
    ["published", format.number(published)],
    ["rejected", format.number(rejected)],
  ] as const;
  return (
    <>
      <dl className="grid gap-x-10 sm:grid-cols-2 print:grid-cols-2">
        {facts.map(([key, value]) => (
          <div
            key={key}
            className="flex items-baseline justify-between gap-4 border-line border-b py-1.5"
          >
            <dt>{t(key)}</dt>
            <dd className="font-semibold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 max-w-prose text-muted text-sm print:max-w-none">{t("selfSelected")}</p>
    </>
  );
}
