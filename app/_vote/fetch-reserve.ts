import type { NextAnswer } from "@/lib/schemas/participation";
import { readNext } from "@/lib/voting/read-deck";
import { request } from "./request";
import type { Channel, Outcome } from "./request-types";

/** Statements to vote on later, fetched without what only a vote needs. */
export function fetchReserve(channel: Channel, count: number): Promise<Outcome<NextAnswer>> {
  return request(channel, `next?count=${count}`, readNext);
}
