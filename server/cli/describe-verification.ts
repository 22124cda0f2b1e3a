import type { Finding, FindingCode } from "@/lib/verify/finding";
import type { FiguresState, Verification } from "@/lib/verify/verification";

/** The outcome in a sentence or two, for people at a terminal. */
export function describeVerdict(verification: Verification): string {
  const { verdict, figures, signature, report } = verification;
  const signer = signature.issuer ?? new URL(verification.conversation.url).origin;
  if (verdict === "different") return "Something is not as it was:";
  const about = describeFigures(verification);
  if (verdict === "unsigned") return `${about} Nobody known vouches for them.`;
  if (verdict === "unconfirmed") {
    return (
      `${about} The signature fits the key that came along in the file, which shows that it is ` +
      `whole, not who signed it: compare with --keys ${signer}/.well-known/plenum-keys.json`
    );
  }
  const signed = figures === "follow" ? "them" : report ? "the report" : "the files";
  return `${about} ${signer} signed ${signed}: the signature holds.`;
}

const whyNot: Record<Exclude<FiguresState, "follow" | "votes-withdrawn">, string> = {
  differ: "The figures do not follow from the votes.",
  "no-votes": "The single votes are not in the file, so the figures cannot be recomputed.",
  "other-votes": "The votes are not those that were signed.",
  "other-algorithm": "The figures were computed by another version of the algorithm.",
  "no-analysis": "There is no analysis in the file.",
};

function describeFigures({ figures, withdrawnVotes }: Verification): string {
  if (figures === "follow") return "These figures follow from these votes.";
  if (figures !== "votes-withdrawn") return whyNot[figures];
  return (
    `${withdrawnVotes} votes were withdrawn since; the figures can no longer be recomputed from ` +
    "the remaining votes."
  );
}

const sentences: Record<FindingCode, string> = {
  "file-changed": "its bytes are not those of the manifest",
  "file-missing": "is in the manifest, but not in the zip",
  "file-not-listed": "is in the zip, but not in the manifest",
  "file-unreadable": "cannot be read",
  "signature-missing": "there is no such signature",
  "signature-wrong": "the signature does not hold",
  "signature-unknown-key": "is signed with a key that is not among those given",
  "manifest-contradicts-seal": "is of another report than the manifest says",
  "votes-not-canonical": "is not in its canonical form",
  "votes-differ": "the votes are not those that were signed",
  "votes-withdrawn": "votes were withdrawn since the report was published",
  "analysis-not-signed": "the analysis is not the one that was signed",
  "algorithm-unknown": "another version of the algorithm is needed to recompute it",
  "frame-matrix": "the map is not only turned or mirrored",
  "frame-letters": "the groups do not have a letter each",
  "frame-group-count": "the number of groups is not one that these votes allow",
  "figure-differs": "is another figure than the votes give",
  "report-changed": "is not the report that was signed",
  "text-changed": "the text is not the one that was signed",
  "text-withdrawn": "the text was withdrawn since by its author",
};

export function describeFinding(finding: Finding): string {
  const { code, file, part, line, group, statement, count, told, computed } = finding;
  const place = [
    file,
    part,
    line !== undefined && `line ${line}`,
    group !== undefined && `group ${group}`,
    statement !== undefined && `statement ${statement}`,
    count !== undefined && String(count),
  ].filter(Boolean);
  const figures =
    told === undefined ? "" : ` (told ${told ?? "nothing"}, computed ${computed ?? "nothing"})`;
  return `${place.join(", ")}: ${sentences[code]}${figures}`;
}
