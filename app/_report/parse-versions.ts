import { notFound } from "next/navigation";
import * as z from "zod/mini";
import type { ReportVersionChoice } from "@/server/services/reports/load-source";

const VersionNumber = z.coerce.number().check(z.int(), z.gte(1), z.lte(2_147_483_647));

/** The versions that an address asks for; any other query is not found. */
export interface AskedVersions {
  version: ReportVersionChoice;
  /** An earlier one to compare it with. */
  compare: number | null;
}

export function parseVersions(query: Record<string, string | string[] | undefined>): AskedVersions {
  const { version, compare } = query;
  return {
    version: version === undefined ? "newest" : version === "live" ? "live" : parseNumber(version),
    compare: compare === undefined ? null : parseNumber(compare),
  };
}

function parseNumber(text: string | string[]): number {
  const parsed = VersionNumber.safeParse(text);
  if (!parsed.success) notFound();
  return parsed.data;
}
