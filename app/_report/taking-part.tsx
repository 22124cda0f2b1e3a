import { useTranslations } from "next-intl";
import { useNumber } from "@/app/_ui/use-number";
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
  const number = useNumber();
  const perPerson = view.participants === 0 ? 0 : view.votes / view.participants;
  const facts = [
    ["participants", number(view.participants)],
    ["grouped", number(view.onMap)],
    ["votes", number(view.votes)],
    ["perPerson", number(perPerson, { maximumFractionDigits: 1 })],
    ["published", number(published)],
    ["rejected", number(rejected)],
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
