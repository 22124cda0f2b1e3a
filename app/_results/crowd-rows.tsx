import { useTranslations } from "next-intl";
import { GroupBadge } from "@/app/_map/group-badge";
import type { StatementResult } from "@/lib/results/results-view";
import { TallyFigures } from "./tally-figures";

/** One statement's votes: everybody, then each group. */
export function CrowdRows({ result }: { result: StatementResult }) {
  const t = useTranslations("results");
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(9rem,100%),1fr))] gap-x-4 gap-y-3 sm:gap-x-6 print:grid-cols-[repeat(auto-fit,minmax(7rem,1fr))] print:gap-x-4">
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
