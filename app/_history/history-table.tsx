import { useFormatter, useTranslations } from "next-intl";
import { useNumber } from "@/app/_ui/use-number";
import type { HistoryRow } from "@/lib/history/choose-rows";
import { describeSize } from "@/lib/results/size-text";

/** How people and groups grew, a moment a row; nothing where there is no history. */
export function HistoryTable({ rows }: { rows: HistoryRow[] }) {
  const [t, results] = [useTranslations("history"), useTranslations("results")];
  const format = useFormatter();
  const number = useNumber();
  if (rows.length === 0) return null;
  return (
    <div className="mt-6 overflow-x-auto">
      <table className="w-full text-start">
        <caption className="pb-2 text-start font-semibold">{t("tableTitle")}</caption>
        <thead className="text-muted text-sm">
          <tr>
            {[
              t("dateColumn"),
              results("peopleColumn"),
              t("votesColumn"),
              results("groupColumn"),
            ].map((name) => (
              <th key={name} scope="col" className="py-1 pe-4 text-start font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ at, participants, votes, groups }) => (
            <tr key={votes} className="border-edge border-t align-top">
              <th scope="row" className="py-2 pe-4 text-start font-normal" suppressHydrationWarning>
                {format.dateTime(new Date(at), "moment")}
              </th>
              <td className="py-2 pe-4 tabular-nums">{number(participants)}</td>
              <td className="py-2 pe-4 tabular-nums">{number(votes)}</td>
              <td className="py-2">
                {groups.length === 0
                  ? "–"
                  : groups
                      .map(
                        ({ letter, size }) =>
                          `${results("group", { letter })}: ${describeSize(size, { results })}`,
                      )
                      .join(" · ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
