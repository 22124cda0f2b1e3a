import { useTranslations } from "next-intl";
import type { Finding, FindingCode } from "@/lib/verify/finding";

const keys = {
  "file-changed": "fileChanged",
  "file-missing": "fileMissing",
  "file-not-listed": "fileNotListed",
  "file-unreadable": "fileUnreadable",
  "signature-missing": "signatureMissing",
  "signature-wrong": "signatureWrong",
  "manifest-contradicts-seal": "otherReport",
  "votes-differ": "votesDiffer",
  "analysis-not-signed": "analysisDiffers",
  "frame-matrix": "frame",
  "frame-letters": "frame",
  "frame-group-count": "frame",
  "report-changed": "reportChanged",
  "text-changed": "textChanged",
  "text-withdrawn": "textWithdrawn",
} as const satisfies Partial<Record<FindingCode, string>>;

/** Keeps names and figures together and from left to right, whatever stands around them. */
const isolate = (text: string) => `\u2066${text}\u2069`;

/** One difference in a sentence; null for those that are told elsewhere. */
export function FindingText({ finding }: { finding: Finding }) {
  const t = useTranslations("verify");
  const { code, part = "", line = 0, told, computed } = finding;
  switch (code) {
    case "figure-differs":
      return (
        <p className="wrap-anywhere">
          {t("figure", {
            part: isolate(part),
            told: isolate(told ?? "–"),
            computed: isolate(computed ?? "–"),
          })}
        </p>
      );
    case "votes-not-canonical":
      return <p>{t("votesForm", { line })}</p>;
    case "signature-unknown-key":
    case "votes-withdrawn":
    case "algorithm-unknown":
      return null;
    default:
      return <p>{t(keys[code])}</p>;
  }
}
