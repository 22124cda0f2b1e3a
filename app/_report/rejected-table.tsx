import { useTranslations } from "next-intl";
import type { RejectedCount } from "@/server/services/statements/count-rejected";

/** What was not published: how many and why, never what. */
export function RejectedTable({ rejected }: { rejected: RejectedCount[] }) {
  const t = useTranslations("report");
  const total = rejected.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return <p>{t("rejectedNone")}</p>;
  return (
    <div className="max-w-prose break-inside-avoid">
      <p>{t("rejectedLead", { count: total })}</p>
      <table className="mt-3 w-full border-collapse">
        <thead>
          <tr className="border-edge border-b text-sm">
            <th scope="col" className="py-1.5 text-start">
              {t("reason")}
            </th>
            <th scope="col" className="py-1.5 text-end">
              {t("count")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rejected.map(({ reason, count }) => (
            <tr key={reason} className="border-line border-b">
              <td className="py-1.5">{reason ? t(`reasons.${reason}`) : t("noReason")}</td>
              <td className="py-1.5 text-end tabular-nums">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 text-muted text-sm">{t("rejectedWeight")}</p>
    </div>
  );
}
