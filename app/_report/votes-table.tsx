import { useTranslations } from "next-intl";
import { useNumber } from "@/app/_ui/use-number";
import type { Participation } from "@/lib/schemas/report";

/** How many votes people gave, and how many of them stayed for more. */
export function VotesTable({ participation }: { participation: Participation }) {
  const t = useTranslations("report");
  const results = useTranslations("results");
  const history = useTranslations("history");
  const number = useNumber();
  const percent = (share: number) =>
    number(share, { style: "percent", maximumFractionDigits: share < 0.01 ? 1 : 0 });
  const { votesPerPerson: classes, people } = participation;
  if (classes.length === 0) return null;
  const heads = [history("votesColumn"), results("peopleColumn"), t("atLeast")];
  let before = 0;
  const rows = classes.map(({ from, to, people: inside }) => {
    const atLeast = (people - before) / people;
    before += inside;
    const name =
      to === null
        ? t("votesMore", { from })
        : from === to
          ? number(from)
          : `${number(from)}–${number(to)}`;
    return { name, inside, atLeast };
  });
  return (
    <div className="mt-6 max-w-prose break-inside-avoid print:max-w-none">
      <h3 className="text-lg">{t("votesEach")}</h3>
      <table className="mt-2 w-full border-collapse tabular-nums">
        <caption className="sr-only">{t("votesEach")}</caption>
        <thead>
          <tr className="border-edge border-b text-sm">
            {heads.map((head, index) => (
              <th
                key={head}
                scope="col"
                className={`py-1.5 font-semibold ${index === 0 ? "text-start" : "text-end"}`}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, inside, atLeast }) => (
            <tr key={name} className="border-line border-b">
              <th scope="row" className="py-1 text-start font-normal">
                {name}
              </th>
              <td className="py-1 text-end">{number(inside)}</td>
              <td className="py-1 text-end">{percent(atLeast)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
