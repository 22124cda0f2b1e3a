import type { VersionedAnalysis } from "@/lib/schemas/analysis";
import type { ExportSource } from "./export-source";

/**
 * analysis.json: the newest analysis in the form of docs/analysis.md; as it may be told to anybody,
 * and for organisers whole.
 */
export async function* writeAnalysis({ analysis, audience }: ExportSource): AsyncGenerator<string> {
  if (!analysis) return;
  const { version, createdAt, core, frame, told } = analysis;
  const about = { version, createdAt: createdAt.toISOString() };
  const document: VersionedAnalysis =
    audience === "organisers" ? { ...about, ...core, frame } : { ...about, ...told };
  yield `${JSON.stringify(document)}\n`;
}
