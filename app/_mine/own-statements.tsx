import { NextIntlClientProvider, useTranslations } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { guessLanguage } from "@/lib/i18n/guess-language";
import { countVoters, smallestCrowd, type Tally } from "@/lib/results/tally";
import type { OwnStatement } from "@/lib/schemas/participation";
import { ModerationReason } from "@/lib/schemas/statement-input";
import { TallyFigures } from "../_results/tally-figures";

interface Props {
  statements: OwnStatement[];
  /** By statement id; null where this person may not see results now. */
  tallies: ReadonlyMap<number, Tally> | null;
  moderation: "lenient" | "strict";
  /** Where a statement stands in the results. */
  resultsHref(statement: number): string;
}

/** What became of each, the newest first: published, waiting, or not published and why. */
export async function OwnStatements({ statements, tallies, moderation, resultsHref }: Props) {
  const [t, { results }] = await Promise.all([getTranslations("mine"), getMessages()]);
  const isShown = ({ moderation: status }: OwnStatement) =>
    status === "accepted" || (status === "pending" && moderation === "lenient");
  return (
    <section id="my-statements" aria-labelledby="my-statements-heading" className="grid gap-3">
      <h2 id="my-statements-heading" className="text-xl">
        {t("statementsHeading")}
      </h2>
      {statements.length === 0 && <p className="text-muted">{t("noStatements")}</p>}
      {tallies === null && statements.some(isShown) && (
        <p className="text-muted text-sm">{t("soFarLater")}</p>
      )}
      <ul className="divide-y divide-line">
        {statements.toReversed().map((statement) => {
          const tally = isShown(statement) && tallies?.get(statement.id);
          return (
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
              {tally && (
                <div className="mt-2">
                  <h3 className="sr-only">{t("soFar")}</h3>
                  <NextIntlClientProvider messages={{ results }}>
                    <SoFar tally={tally} />
                  </NextIntlClientProvider>
                  <a
                    href={resultsHref(statement.id)}
                    className="link inline-flex min-h-11 items-center text-sm"
                  >
                    {t("seeInResults")}
                  </a>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** A percentage of few people is not shown, but how many voted is. */
function SoFar({ tally }: { tally: Tally }) {
  const t = useTranslations("results");
  const voters = countVoters(tally);
  if (voters >= smallestCrowd) return <TallyFigures tally={tally} of="voters" />;
  return <p className="text-muted text-sm">{t("votedOn", { count: voters })}</p>;
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
  if (moderation === "accepted") return "statusShown";
  return rule === "lenient" ? "statusUnchecked" : "statusPending";
}
