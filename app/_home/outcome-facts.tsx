import { useTranslations } from "next-intl";
import { useNumber } from "@/app/_ui/use-number";
import type { Outcome } from "@/lib/directory/outcome";

/** What came of a conversation, in numbers of statements. */
export function OutcomeFacts({ outcome }: { outcome: Outcome }) {
  const t = useTranslations("home");
  const number = useNumber();
  const { common, owed, answered, overdue, actedOn, promised } = outcome;
  const isAnswerable = promised || answered > 0;
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-2 border-line border-t pt-3">
      <Fact name={t("outcome.common")} value={number(common)} />
      {isAnswerable && (
        <>
          <Fact name={t("outcome.answered")} value={t("outcome.of", { answered, owed })} />
          <Fact
            name={t("filter.overdue")}
            value={number(overdue)}
            tone={overdue > 0 ? "text-disagree" : undefined}
          />
          <Fact name={t("filter.acted-on")} value={number(actedOn)} />
        </>
      )}
    </dl>
  );
}

function Fact({ name, value, tone = "" }: { name: string; value: string; tone?: string }) {
  return (
    <div className="flex flex-col-reverse justify-end">
      <dt className="text-muted text-sm leading-snug">{name}</dt>
      <dd className={`font-semibold text-lg tabular-nums ${tone}`}>{value}</dd>
    </div>
  );
}
