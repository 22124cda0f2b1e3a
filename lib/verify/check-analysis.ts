import { PublicAnalysis } from "../schemas/analysis";
import { suppressAnalysis, suppressVotes } from "../suppress/suppress-analysis";
import { canonicalJson } from "./canonical-json";
import { checkFrame } from "./check-frame";
import { compareAnalyses } from "./compare-analyses";
import { hashAnalysis } from "./create-seal";
import type { Finding } from "./finding";
import { analysisName, type Manifest, type Seal, voteListName, voteListSaltName } from "./manifest";
import type { ReadFiles } from "./read-files";
import { isKnownAlgorithm, recompute } from "./recompute";
import { saltVoteList } from "./salt-vote-list";
import type { Cryptography } from "./sha256";
import { parseJson } from "./signed-text";
import type { FiguresState } from "./verification";

export interface AnalysisCheck {
  /** As it stands in the export; null: it is not there, or cannot be read. */
  told: PublicAnalysis | null;
  figures: FiguresState;
  findings: Finding[];
}

interface Given {
  manifest: Manifest;
  seal: Seal | null;
  read: ReadFiles;
}

/** Compares an analysis with what was signed of it and with what its votes give. */
export function checkAnalysis(
  hashing: Pick<Cryptography, "createSha256">,
  given: Given,
): AnalysisCheck {
  const { manifest, seal, read } = given;
  const file = analysisName;
  const text = read.texts.get(file);
  if (text === undefined && !manifest.analysis) {
    return { told: null, figures: "no-analysis", findings: [] };
  }
  const { analysis, told } = readAnalysis(text ?? "");
  if (!told || !analysis) {
    return { told, figures: "no-analysis", findings: [{ code: "file-unreadable", file }] };
  }
  const findings: Finding[] = checkFrame(told);
  if (seal && !isSealed(hashing, analysis, told, seal)) {
    findings.push({ code: "analysis-not-signed", file });
  }
  if (canonicalJson(told.algorithm) !== canonicalJson(manifest.analysis?.algorithm)) {
    findings.push({ code: "file-changed", file, part: "algorithm" });
  }
  findings.push(...checkVotes(hashing, given, told));
  const figures = computeAgain(given, told, findings);
  return { told, figures, findings };
}

/** @returns the analysis as it stands, without what only names its version, and as its schema has it */
function readAnalysis(text: string) {
  const document = parseJson(text);
  const read = PublicAnalysis.safeParse(document);
  if (!read.success) return { analysis: null, told: null };
  const { version: _version, createdAt: _createdAt, ...analysis } = document as object as Versioned;
  return { analysis, told: read.data };
}

interface Versioned {
  version?: number;
  createdAt?: string;
}

/** A whole analysis is signed as far as everybody may read it: the rest follows from the votes. */
function isSealed(
  hashing: Pick<Cryptography, "createSha256">,
  analysis: object,
  told: PublicAnalysis,
  { analysisSha256, formatVersion }: Seal,
): boolean {
  const suppress = formatVersion === 1 ? suppressVotes : suppressAnalysis;
  return (
    hashAnalysis(hashing, analysis) === analysisSha256 ||
    hashAnalysis(hashing, suppress(told)) === analysisSha256
  );
}

/** Compares the list of votes with the signed digest, and notes what was withdrawn since. */
function checkVotes(
  hashing: Pick<Cryptography, "createSha256">,
  { manifest, seal, read }: Given,
  told: PublicAnalysis,
): Finding[] {
  const count = manifest.report?.withdrawnVotes ?? 0;
  const withdrawn: Finding[] = count > 0 ? [{ code: "votes-withdrawn", count }] : [];
  if (read.voteListSha256 === null || !read.votes) return withdrawn;
  const isWhole = seal ? isSealedList(hashing, seal, read) : count === 0;
  if (isWhole) return [];
  const isRest = count > 0 && read.votes.codes.length + count === (seal ?? told).votes;
  return isRest ? withdrawn : [...withdrawn, { code: "votes-differ", file: voteListName }];
}

function isSealedList(
  hashing: Pick<Cryptography, "createSha256">,
  { formatVersion, voteListSha256 }: Seal,
  { texts, voteListSha256: listSha256 }: ReadFiles,
): boolean {
  if (listSha256 === null) return false;
  if (formatVersion === 1) return listSha256 === voteListSha256;
  const salt = texts.get(voteListSaltName)?.trim();
  return salt !== undefined && saltVoteList(hashing, { salt, listSha256 }) === voteListSha256;
}

function computeAgain({ read }: Given, told: PublicAnalysis, findings: Finding[]): FiguresState {
  if (read.voteListSha256 === null) return "no-votes";
  if (!read.votes) return "other-votes";
  const codes = findings.map(({ code }) => code);
  if (codes.includes("votes-withdrawn")) return "votes-withdrawn";
  if (!isKnownAlgorithm(told.algorithm)) {
    findings.push({ code: "algorithm-unknown" });
    return "other-algorithm";
  }
  const differences = compareAnalyses(told, recompute(read.votes, told));
  findings.push(...differences);
  if (differences.length > 0) return "differ";
  return codes.includes("votes-differ") ? "other-votes" : "follow";
}
