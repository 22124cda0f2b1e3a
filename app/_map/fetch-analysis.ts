import { PublicAnalysis } from "@/lib/schemas/analysis";

/**
 * One analysis by its version, or the newest when that one has been thinned out already.
 * @param headers that say who asks, where no cookie does
 * @throws Error when it cannot be had
 */
export async function fetchAnalysis(
  slug: string,
  version: number,
  { signal, headers }: { signal: AbortSignal; headers?: Record<string, string> },
) {
  const base = `/api/v1/conversations/${encodeURIComponent(slug)}/analyses`;
  let response = await fetch(`${base}/${version}`, { signal, headers });
  if (response.status === 410) response = await fetch(`${base}/latest`, { signal, headers });
  if (!response.ok) throw new Error(`Analysis ${version} answered ${response.status}.`);
  const body: unknown = await response.json();
  // Reading so much takes a slow phone half a frame: drawing goes on between one task and the next.
  await nextTask();
  return {
    version: readVersion(response.headers.get("content-location")) ?? version,
    createdAt: new Date(),
    analysis: PublicAnalysis.parse(body),
  };
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** The answer to `latest` says which version it is: `…/analyses/57`. */
function readVersion(location: string | null): number | null {
  const found = /\/analyses\/(\d+)$/.exec(location ?? "")?.[1];
  return found === undefined ? null : Number(found);
}
