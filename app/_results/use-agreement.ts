import { useEffect, useState } from "react";
import { host } from "@/app/_vote/host";
import { Agreement } from "@/lib/schemas/agreement";

/**
 * Who agreed with a statement, by place on the map of one version; of the version before while that
 * is on its way.
 * @param initial what the page came with
 * @returns null where it cannot be had, and until it is there
 */
export function useAgreement(
  slug: string,
  { version, statement }: { version: number; statement: number | null },
  initial: Agreement | null,
): Agreement | null {
  const [known, setKnown] = useState(initial);
  const isKnown = known?.version === version && known.statement === statement;
  useEffect(() => {
    if (statement === null || isKnown) return;
    const abort = new AbortController();
    fetchAgreement(slug, version, statement, abort.signal).then(setKnown, () => {
      // Not there, or no longer: the map is coloured by whole groups instead.
    });
    return () => abort.abort();
  }, [slug, version, statement, isKnown]);
  return known?.statement === statement ? known : null;
}

async function fetchAgreement(
  slug: string,
  version: number,
  statement: number,
  signal: AbortSignal,
): Promise<Agreement> {
  const base = `/api/v1/conversations/${encodeURIComponent(slug)}/analyses`;
  const headers = await host.reader?.headers();
  const response = await fetch(`${base}/${version}/statements/${statement}`, { signal, headers });
  if (!response.ok) throw new Error(`Who agreed answered ${response.status}.`);
  return Agreement.parse(await response.json());
}
