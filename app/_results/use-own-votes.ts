import { useRef } from "react";
import { host } from "@/app/_vote/host";
import { OwnVotesAnswer } from "@/lib/schemas/participation";
import type { DisclosedResults } from "./load-results";

type OwnVotes = DisclosedResults["ownVotes"];

/**
 * How to have the votes of whoever looks on. A last one may have been on its way while the page was
 * made: they are asked for once more, by those alone who have voted.
 */
export function useOwnVotes(slug: string, initial: OwnVotes): () => Promise<OwnVotes> {
  const asked = useRef<{ of: OwnVotes; votes: Promise<OwnVotes> }>(null);
  return async () => {
    if (initial.length === 0) return initial;
    if (asked.current?.of !== initial) {
      // Those that the page came with stand where no others can be had.
      asked.current = { of: initial, votes: fetchOwnVotes(slug).catch(() => initial) };
    }
    return asked.current.votes;
  };
}

async function fetchOwnVotes(slug: string): Promise<OwnVotes> {
  const headers = await host.reader?.headers();
  const address = `/api/v1/conversations/${encodeURIComponent(slug)}/votes/mine`;
  const response = await fetch(address, { headers });
  if (!response.ok) throw new Error(`The own votes answered ${response.status}.`);
  const { votes } = OwnVotesAnswer.parse(await response.json());
  return votes.map(({ statement, value }) => [statement, value]);
}
