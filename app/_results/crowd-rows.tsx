import { useTranslations } from "next-intl";
import { GroupBadge } from "@/app/_map/group-badge";
import type { StatementResult } from "@/lib/results/results-view";
import { TallyFigures } from "./tally-figures";

/** One statement's votes: everybody, then each group. */
export function CrowdRows({ result }: { result: StatementResult }) {
  const t = useTranslations("results");
  return (
    <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-3 print:grid-cols-3">
      <div>
        <dt className="flex min-h-7 items-center font-medium text-sm">{t("everybody")}</dt>
        <dd>
          <TallyFigures tally={result.all} of="voters" />
        </dd>
      </div>
      {result.groups.map(({ letter, tally }) => (
        <div key={letter}>
          <dt className="flex min-h-7 items-center gap-1.5 font-medium text-sm">
            <GroupBadge letter={letter} className="size-6 shrink-0" />
            {t("group", { letter })}
          </dt>
          <dd>
            <TallyFigures tally={tally} of="voters" />
          </dd>
        </div>
      ))}
    </dl>
  );
}
