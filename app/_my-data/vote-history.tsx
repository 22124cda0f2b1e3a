import { getFormatter, getTranslations } from "next-intl/server";
import { guessLanguage } from "@/lib/i18n/guess-language";
import type { OwnData } from "@/lib/schemas/own-data";

const words = { "1": "agree", "0": "pass", "-1": "disagree" } as const;

/** Every entry of the history, newest first, as one table that opens on demand. */
export async function VoteHistory({ data }: { data: OwnData }) {
  const [t, vote, format] = await Promise.all([
    getTranslations("myData"),
    getTranslations("vote"),
    getFormatter(),
  ]);
  const texts = new Map(data.votes.map(({ statement, text }) => [statement, text]));
  const cell = "py-2 pe-4 text-start align-top";
  return (
    <details className="w-full">
      <summary className="disclosure font-medium text-accent hover:text-accent-strong">
        {t("listHeading")}
      </summary>
      <table className="w-full">
        <thead className="text-muted text-sm">
          <tr>
            <th scope="col" className={cell}>
              {t("columnStatement")}
            </th>
            <th scope="col" className={cell}>
              {t("columnVote")}
            </th>
            <th scope="col" className={cell}>
              {t("columnTime")}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {data.voteHistory.toReversed().map(({ statement, value, important, at }) => {
            const text = texts.get(statement) ?? null;
            return (
              <tr key={`${statement} ${at}`}>
                <td
                  dir={text === null ? undefined : "auto"}
                  lang={text === null ? undefined : (guessLanguage(text) ?? undefined)}
                  className={`${cell} wrap-anywhere`}
                >
                  {text ?? t("statementNumber", { id: String(statement) })}
                </td>
                <td className={cell}>
                  {value === null ? t("withdrawn") : vote(words[`${value}`])}
                  {important && <span className="block text-muted text-sm">{t("important")}</span>}
                </td>
                <td className={`${cell} text-sm`}>
                  <time dateTime={at}>{format.dateTime(new Date(at), "moment")}</time>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
