import type { ReportWords } from "@/lib/report-document/report-words";
import { tabulateVotesEach } from "@/lib/report-document/votes-each";
import type { Participation } from "@/lib/schemas/report";

interface Props {
  participation: Participation;
  words: ReportWords;
}

/** How many votes people gave, and how many of them stayed for more. */
export function VotesTable({ participation, words }: Props) {
  const { title, heads, rows } = tabulateVotesEach(participation, words);
  if (rows.length === 0) return null;
  return (
    <div className="mt-6 max-w-prose break-inside-avoid print:max-w-none">
      <h3 className="text-lg">{title}</h3>
      <table className="mt-2 w-full border-collapse tabular-nums">
        <caption className="sr-only">{title}</caption>
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
          {rows.map(([name, people, atLeast]) => (
            <tr key={name} className="border-line border-b">
              <th scope="row" className="py-1 text-start font-normal">
                {name}
              </th>
              <td className="py-1 text-end">{people}</td>
              <td className="py-1 text-end">{atLeast}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
