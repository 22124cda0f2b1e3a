import { LaterParts, type PublicAnalysis } from "@/lib/schemas/analysis";
import { suppressAnalysis } from "@/lib/suppress/suppress-analysis";
import type { findAnalysis } from "@/server/db/queries/analyses";

export interface PublishedAnalysis {
  version: number;
  createdAt: Date;
  analysis: PublicAnalysis;
}

type AnalysisRow = NonNullable<Awaited<ReturnType<typeof findAnalysis>>>;

type StoredRow = Pick<AnalysisRow, "version" | "createdAt" | "core" | "frame">;

/** A stored analysis as it may be told: without the figures of few people (lib/suppress). */
export function toPublishedAnalysis(row: StoredRow): PublishedAnalysis {
  const whole = toWholeAnalysis(row);
  return { ...whole, analysis: suppressAnalysis(whole.analysis) };
}

/**
 * Reads a stored analysis, with the figures of crowds of any size: not to be shown as it is. What it
 * lacks because it was stored by an earlier release is filled in.
 */
export function toWholeAnalysis({ version, createdAt, core, frame }: StoredRow): PublishedAnalysis {
  return { version, createdAt, analysis: { ...core, ...LaterParts.parse(core), frame } };
}
