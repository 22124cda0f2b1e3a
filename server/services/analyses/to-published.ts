import { LaterParts, type PublicAnalysis } from "@/lib/schemas/analysis";
import type { findAnalysis } from "@/server/db/queries/analyses";

export interface PublishedAnalysis {
  version: number;
  createdAt: Date;
  analysis: PublicAnalysis;
}

type AnalysisRow = NonNullable<Awaited<ReturnType<typeof findAnalysis>>>;

/** Reads a stored analysis; what it lacks because it was stored by an earlier release is filled in. */
export function toPublishedAnalysis({
  version,
  createdAt,
  core,
  frame,
}: Pick<AnalysisRow, "version" | "createdAt" | "core" | "frame">): PublishedAnalysis {
  return { version, createdAt, analysis: { ...core, ...LaterParts.parse(core), frame } };
}
