import { useEffect, useRef, useState } from "react";
import { OwnVotesAnswer } from "@/lib/schemas/participation";
import type { DisclosedResults } from "./load-results";

type OwnVotes = DisclosedResults["ownVotes"];

/**
 * The votes of whoever looks on. A last one may have been on its way while the page was made: they are
 * asked for once more with the first analysis after it, by those alone who have voted.
 */
export function useOwnVotes(slug: string, initial: OwnVotes, hasLater: boolean): OwnVotes {
  const [later, setLater] = useState({ of: initial, votes: initial });
  const asked = useRef<OwnVotes>(null);
  const isWanted = hasLater && initial.length > 0;
  useEffect(() => {
    if (!isWanted || asked.current === initial) return;
    asked.current = initial;
    fetchOwnVotes(slug).then(
      (votes) => setLater({ of: initial, votes }),
      () => {}, // those that the page came with stand
    );
  }, [isWanted, slug, initial]);
  return later.of === initial ? later.votes : initial;
}

async function fetchOwnVotes(slug: string): Promise<OwnVotes> {
  const response = await fetch(`/api/v1/conversations/${encodeURIComponent(slug)}/votes/mine`);
  if (!response.ok) throw new Error(`The own votes answered ${response.status}.`);
  const { votes } = OwnVotesAnswer.parse(await response.json());
  return votes.map(({ statement, value }) => [statement, value]);
}
