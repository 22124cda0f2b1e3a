import { VersionedAnalysis } from "@/lib/schemas/analysis";
import { parseWith } from "../_vote/parse-with";
import { request } from "../_vote/request";
import type { Channel } from "../_vote/request-types";

/** The newest analysis; refused where there is none yet, or where it may not be seen now. */
export function fetchNewestAnalysis(channel: Channel) {
  return request(channel, "analyses/latest", parseWith(VersionedAnalysis));
}
