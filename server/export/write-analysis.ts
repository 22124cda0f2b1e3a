import { LaterParts, type VersionedAnalysis } from "@/lib/schemas/analysis";
import { suppressVotes } from "@/lib/suppress/suppress-analysis";
import { readSeal } from "@/lib/verify/read-seal";
import { readSignedText } from "@/lib/verify/signed-text";
import type { ExportSource } from "./export-source";

/**
 * analysis.json: the newest analysis in the form of docs/analysis.md; as it may be told to anybody,
 * and for organisers whole.
 */
export async function* writeAnalysis({
  analysis,
  audience,
  report,
}: ExportSource): AsyncGenerator<string> {
  if (!analysis) return;
  const { version, createdAt, core, frame, told } = analysis;
  const about = { version, createdAt: createdAt.toISOString() };
  const asSealed = isOfFirstSeal(report)
    ? suppressVotes({ ...core, ...LaterParts.parse(core), frame })
    : told;
  const document: VersionedAnalysis =
    audience === "organisers" ? { ...about, ...core, frame } : { ...about, ...asSealed };
  yield `${JSON.stringify(document)}\n`;
}

/** What was signed before the rules of lib/suppress became stricter is handed out as it was signed. */
function isOfFirstSeal(report: ExportSource["report"]): boolean {
  const seal = report?.signature && readSeal(readSignedText(report.signature));
  return seal ? seal.formatVersion === 1 : false;
}
