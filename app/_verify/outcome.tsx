import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { isDifference } from "@/lib/verify/finding";
import type { Verdict, Verification } from "@/lib/verify/verification";
import { FindingList } from "./finding-list";

const looks: Record<Verdict, { sign: string; tone: string }> = {
  proven: { sign: "✓", tone: "border-agree bg-agree-soft" },
  signed: { sign: "✓", tone: "border-accent bg-accent-soft" },
  unconfirmed: { sign: "?", tone: "border-warning bg-warning-soft" },
  unsigned: { sign: "?", tone: "border-warning bg-warning-soft" },
  different: { sign: "✕", tone: "border-disagree bg-disagree-soft" },
};

/** What came out: first in one sentence, then why, then each difference. */
export function Outcome({ name, verification }: { name: string; verification: Verification }) {
  const t = useTranslations("verify");
  const report = useTranslations("report");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { verdict, findings, voteListSha256 } = verification;
  const { sign, tone } = looks[verdict];
  const differences = findings.filter(isDifference);
  const notices = findings.filter((finding) => finding.code === "text-withdrawn");
  return (
    <section aria-labelledby="verdict" className="mt-6 grid gap-6">
      <div className={`grid gap-3 wrap-anywhere rounded-card border-s-4 p-5 sm:p-6 ${tone}`}>
        <p className="wrap-anywhere text-muted text-sm">{name}</p>
        <h2 id="verdict" ref={heading} tabIndex={-1} className="flex gap-3 text-xl sm:text-2xl">
          <span aria-hidden="true">{sign}</span>
          {t(verdict === "unconfirmed" ? "unsigned" : verdict)}
        </h2>
        <Subject verification={verification} />
        <FiguresText verification={verification} />
        <SignatureText verification={verification} />
        {voteListSha256 && (
          <p className="text-sm">
            {report("voteList")}: <code className="wrap-anywhere">{voteListSha256}</code>
          </p>
        )}
      </div>
      <FindingList
        title={t("differences")}
        findings={differences}
        left={verification.findingCount - findings.length}
      />
      <FindingList title={t("notices")} findings={notices} left={0} />
    </section>
  );
}

function Subject({ verification: { conversation, report } }: { verification: Verification }) {
  const t = useTranslations("verify");
  const format = useFormatter();
  const { title } = conversation;
  if (!report) return <p dir="auto">{title}</p>;
  return (
    <p dir="auto">
      {t("subject", { title, number: report.number })} (
      <time dateTime={report.publishedAt} suppressHydrationWarning>
        {format.dateTime(new Date(report.publishedAt), "moment")}
      </time>
      )
    </p>
  );
}

function FiguresText({ verification }: { verification: Verification }) {
  const t = useTranslations("verify");
  const { figures, analysis, withdrawnVotes: count, signature } = verification;
  if (!analysis) return null;
  switch (figures) {
    case "follow":
      return <p>{t("follow", { votes: analysis.votes, participants: analysis.participants })}</p>;
    case "no-votes":
      return <p>{t("noVotes")}</p>;
    case "votes-withdrawn":
      return <p>{t("withdrawn", { count, holds: String(signature.state === "valid") })}</p>;
    case "other-algorithm":
      return <p>{t("otherAlgorithm", analysis.algorithm)}</p>;
    default:
      return null; // the differences say it
  }
}

function SignatureText({
  verification: { signature, conversation },
}: {
  verification: Verification;
}) {
  const t = useTranslations("verify");
  const key = signature.keyId ?? "";
  switch (signature.state) {
    case "valid":
      return (
        <p>
          {t("signatureValid", {
            issuer: signature.issuer ?? new URL(conversation.url).origin,
            key,
          })}
        </p>
      );
    case "unknown-key":
      return <p>{t("signatureUnknown", { key })}</p>;
    case "missing":
      return <p>{t("signatureMissing")}</p>;
    case "wrong":
      return <p>{t("signatureWrong")}</p>;
  }
}
