import { SimilarAnswer } from "@/lib/schemas/participation";
import { parseWith } from "../_vote/parse-with";
import { request } from "../_vote/request";
import type { Channel, Outcome } from "../_vote/request-types";

/** What the server takes; it compares less. */
const longestSearch = 10_000;

/** Statements that are up for a vote and say nearly the same. */
export function fetchSimilar(
  channel: Channel,
  text: string,
  signal: AbortSignal,
): Promise<Outcome<SimilarAnswer>> {
  return request(channel, "statements/similar", parseWith(SimilarAnswer), {
    body: { text: text.slice(0, longestSearch) },
    signal,
  });
}
