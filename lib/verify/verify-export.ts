import type { PublicAnalysis } from "../schemas/analysis";
import { checkAnalysis } from "./check-analysis";
import { checkReport } from "./check-report";
import { checkSignatures, type SignatureCheck } from "./check-signatures";
import { type Finding, isDifference } from "./finding";
import { type Manifest, reportName, type Seal, voteListName } from "./manifest";
import { openExport } from "./open-export";
import { readFiles } from "./read-files";
import type { Cryptography } from "./sha256";
import type { PublicKeys } from "./signed-text";
import { type KeySource, MOST_FINDINGS, type Verdict, type Verification } from "./verification";
import type { ByteSource } from "./zip-directory";

/** How far it is; `share` of the zip's bytes, 0..1. */
export type Progress = { stage: "reading"; share: number } | { stage: "computing" };

export interface VerifyRequest {
  source: ByteSource;
  cryptography: Cryptography;
  /** Those that are believed; null: those in the zip, which prove no more than that it is whole. */
  trusted: { keys: PublicKeys; from: Exclude<KeySource, "zip" | "none"> } | null;
  onProgress?(progress: Progress): void;
}

/**
 * Checks an export: that its files are those of its manifest, that the signatures on the manifest and
 * on the report hold, that the figures follow from the votes in it, to the last bit, and that what
 * does not follow from votes is as it may be.
 * @throws ZipError when it cannot be read at all; ExportError when it is no export of ours
 */
export async function verifyExport(request: VerifyRequest): Promise<Verification> {
  const { source, cryptography, trusted, onProgress } = request;
  const opened = await openExport(source);
  const { entries, manifest } = opened;
  let readBytes = 0;
  const read = await readFiles(cryptography, { source, entries }, manifest, (bytes) => {
    readBytes += bytes;
    onProgress?.({ stage: "reading", share: Math.min(readBytes / source.size, 1) });
  });
  const signatures = checkSignatures(cryptography, { opened, texts: read.texts, trusted });
  onProgress?.({ stage: "computing" });
  const { seal } = signatures;
  const analysis = checkAnalysis(cryptography, { manifest, seal, read });
  const findings = [
    ...signatures.findings,
    ...read.findings,
    ...checkReport(cryptography, seal, read.texts.get(reportName)),
    ...analysis.findings,
  ];
  return {
    verdict: judge(findings, signatures, analysis.figures === "follow"),
    conversation: manifest.conversation,
    report: manifest.report && {
      number: manifest.report.number,
      publishedAt: manifest.report.publishedAt,
    },
    analysis: manifest.analysis && describeAnalysis(manifest.analysis.version, analysis.told),
    voteListSha256: digestOfVotes(manifest, seal),
    files: Object.keys(manifest.files).length,
    signature: {
      state: signatures.state,
      keyId: signatures.keyId,
      keys: signatures.keys,
      issuer: seal?.issuer ?? null,
    },
    figures: analysis.figures,
    withdrawnVotes: manifest.report?.withdrawnVotes ?? 0,
    findings: findings.slice(0, MOST_FINDINGS),
    findingCount: findings.length,
  };
}

/** That of a report is salted; that of how things stand is told along with the list alone. */
function digestOfVotes({ report, files }: Manifest, seal: Seal | null): string | null {
  if (report) return seal?.voteListSha256 ?? null;
  return Object.hasOwn(files, voteListName) ? files[voteListName]!.sha256 : null;
}

function judge(findings: Finding[], signatures: SignatureCheck, isFollowing: boolean): Verdict {
  if (findings.some(isDifference)) return "different";
  if (signatures.state !== "valid") return "unsigned";
  if (signatures.keys === "zip") return "unconfirmed";
  return isFollowing ? "proven" : "signed";
}

function describeAnalysis(version: number, told: PublicAnalysis | null): Verification["analysis"] {
  if (!told) return null;
  const { participants, votes, algorithm } = told;
  const { profile, version: algorithmVersion } = algorithm;
  return { version, participants, votes, algorithm: { profile, version: algorithmVersion } };
}
