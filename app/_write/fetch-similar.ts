import { SimilarAnswer } from "@/lib/schemas/participation";
import { parseWith } from "../_vote/parse-with";
import { request } from "../_vote/request";
import type { Channel, Outcome } from "../_vote/request-types";

/** So much of a text fits into an address in every script. */
const longestSearch = 300;

/** Statements that are up for a vote and say nearly the same. */
export function fetchSimilar(
  channel: Channel,
  text: string,
  signal: AbortSignal,
): Promise<Outcome<SimilarAnswer>> {
  const search = [...text]
    .slice(0, longestSearch)
    .join("")
    .replace(/\p{Cs}/gu, "");
  const path = `statements/similar?text=${encodeURIComponent(search)}`;
  return request(channel, path, parseWith(SimilarAnswer), { signal });
}
