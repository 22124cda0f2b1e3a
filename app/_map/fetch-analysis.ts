import { PublicAnalysis } from "@/lib/schemas/analysis";

interface FetchedAnalysis {
  version: number;
  createdAt: Date;
  analysis: PublicAnalysis;
}

/**
 * One analysis by its version, or the newest when that one has been thinned out already.
 * @throws Error when it cannot be had
 */
export async function fetchAnalysis(
  slug: string,
  version: number,
  signal: AbortSignal,
): Promise<FetchedAnalysis> {
  const base = `/api/v1/conversations/${encodeURIComponent(slug)}/analyses`;
  let response = await fetch(`${base}/${version}`, { signal });
  if (response.status === 410) response = await fetch(`${base}/latest`, { signal });
  if (!response.ok) throw new Error(`Analysis ${version} answered ${response.status}.`);
  const body: unknown = await response.json();
  return {
    version,
    createdAt: readDate(response.headers.get("last-modified")),
    analysis: PublicAnalysis.parse(body),
  };
}

function readDate(header: string | null): Date {
  const date = new Date(header ?? "");
  return Number.isNaN(date.getTime()) ? new Date() : date;
}
