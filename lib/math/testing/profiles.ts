import type { Analysis } from "../../schemas/analysis";
import { analyze } from "../analyze";
import { givenCertainty } from "../certainty/certainty";
import { toAnalysis } from "../computed-analysis";
import { createEngine } from "../engine";
import { packVotes } from "../votes/packed-votes";
import { type Conversation, toMatrix } from "./any-conversation";

export type Profile = Analysis["algorithm"]["profile"];

/** Every profile an analysis can have. */
export const profiles: readonly Profile[] = ["polis", "plenum"];

/**
 * An analysis with the groups that fit best, be they clear or not: neither their structure nor their
 * stability is tested, which takes most of the time of a small conversation.
 */
export function analyzeGroups(
  profile: Profile,
  conversation: Conversation,
  groups?: ReadonlyMap<number, number>,
): Analysis {
  const { statements } = conversation;
  const votes = toMatrix(conversation);
  if (profile === "polis") return analyze({ votes, statements, profile, groups });
  const carried = { ...givenCertainty, letters: {} };
  return toAnalysis(createEngine(packVotes(votes)).analyze({ statements, groups, carried }));
}
