import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { parseSelection, type Selection } from "@/lib/results/selection";

/** What the address chooses, followed as it changes. */
export function useSelection(): Selection {
  const query = useSearchParams().toString();
  return useMemo(() => parseSelection(Object.fromEntries(new URLSearchParams(query))), [query]);
}
