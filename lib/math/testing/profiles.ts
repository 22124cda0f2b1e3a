import type { AnalysisInput } from "../analyze";

/** Every profile an analysis can have. */
export const profiles: readonly AnalysisInput["profile"][] = ["polis", "plenum"];
