import { VersionedAnalysis } from "@/lib/schemas/analysis";
import { OwnVotes, request } from "../_vote/api";
import type { Channel } from "../_vote/request-types";

/** The current votes of whoever asks, as far as the server has counted them. */
export function fetchOwnVotes(channel: Channel) {
  return request(channel, "votes/mine", OwnVotes);
}

/** The newest analysis; refused where there is none yet, or where it may not be seen now. */
export function fetchNewestAnalysis(channel: Channel) {
  return request(channel, "analyses/latest", VersionedAnalysis);
}
