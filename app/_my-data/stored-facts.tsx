import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { OwnData } from "@/lib/schemas/own-data";
import { Section } from "./section";
import { VoteHistory } from "./vote-history";

/** What the server keeps, each with the reason where it is not plain. */
export async function StoredFacts({
  data,
  participant,
}: {
  data: OwnData;
  participant: NonNullable<OwnData["participant"]>;
}) {
  const [t, format] = await Promise.all([getTranslations("myData"), getFormatter()]);
  const { id, createdAt, tokenHash, xid, verifiedBy, excludedAt } = participant;
  const tellTime = (time: string) => format.dateTime(new Date(time), "moment");
  const votes = data.votes.filter(({ value }) => value !== null).length;
  return (
    <Section id="on-the-server" heading={t("serverHeading")}>
      <dl className="grid w-full gap-4 rounded-card border border-line bg-card p-4 sm:p-7">
        <Fact name={t("number")} hint={t("numberHint")}>
          <bdi>{id}</bdi>
        </Fact>
        <Fact name={t("since")}>{tellTime(createdAt)}</Fact>
        <Fact name={t("votes")} hint={t("entries", { count: data.voteHistory.length })}>
          {t("votesCount", { count: votes })}
        </Fact>
        <Fact name={t("statements")}>
          {t("statementsCount", { count: data.statements.length })}
        </Fact>
        {tokenHash !== null && (
          <Fact name={t("fingerprint")} hint={t("fingerprintHint")}>
            <code dir="ltr" className="break-all text-sm">
              {tokenHash}
            </code>
          </Fact>
        )}
        {xid !== null && (
          <Fact name={t("xid")}>
            <bdi>{xid}</bdi>
          </Fact>
        )}
        {verifiedBy !== null && (
          <Fact name={t("verifiedBy")}>
            <bdi>{verifiedBy}</bdi>
          </Fact>
        )}
        {excludedAt !== null && <Fact name={t("excluded")}>{tellTime(excludedAt)}</Fact>}
      </dl>
      {data.voteHistory.length > 0 && <VoteHistory data={data} />}
      <p className="text-muted">{t("notStored")}</p>
    </Section>
  );
}

function Fact({ name, hint, children }: { name: string; hint?: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5">
      <dt className="text-muted text-sm">{name}</dt>
      <dd>
        {children}
        {hint && <p className="text-muted text-sm">{hint}</p>}
      </dd>
    </div>
  );
}
