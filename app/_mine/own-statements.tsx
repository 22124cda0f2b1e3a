import { getTranslations } from "next-intl/server";
import { guessLanguage } from "@/lib/i18n/guess-language";
import type { OwnStatement } from "@/lib/schemas/participation";
import { ModerationReason } from "@/lib/schemas/statement-input";

interface Props {
  statements: OwnStatement[];
  moderation: "lenient" | "strict";
}

/** What became of each: published, waiting, or not published and why. */
export async function OwnStatements({ statements, moderation }: Props) {
  const t = await getTranslations("mine");
  return (
    <section aria-labelledby="my-statements" className="grid gap-3">
      <h2 id="my-statements" className="text-xl">
        {t("statementsHeading")}
      </h2>
      {statements.length === 0 && <p className="text-muted">{t("noStatements")}</p>}
      <ul className="divide-y divide-line">
        {statements.map((statement) => (
          <li key={statement.id} className="grid gap-1 py-4">
            <p
              dir="auto"
              lang={statement.language ?? guessLanguage(statement.text) ?? undefined}
              className="text-lg"
            >
              {statement.text}
            </p>
            <p className="text-muted text-sm">
              {t(statusOf(statement, moderation))}
              {statement.moderation === "rejected" && <Reason reason={statement.reason} />}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function Reason({ reason }: { reason: string | null }) {
  const t = await getTranslations("mine");
  const known = ModerationReason.safeParse(reason);
  return (
    <span className="ms-2">
      {t("reason", { reason: t(`reasons.${known.success ? known.data : "other"}`) })}
    </span>
  );
}

function statusOf({ moderation }: OwnStatement, rule: Props["moderation"]) {
  if (moderation === "rejected") return "statusRejected";
  return moderation === "accepted" || rule === "lenient" ? "statusShown" : "statusPending";
}
