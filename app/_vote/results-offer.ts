import { mayDiscloseResults } from "@/lib/results-policy";
import type { Conversation } from "@/server/services/conversations/conversation";
import type { Role } from "@/server/services/permissions/permission-table";
import type { ResultsOffer } from "./results-line";

/** When a participant of this conversation gets to see results, as lib/results-policy.ts says. */
export function offerResults(
  conversation: Conversation,
  role: Role | null,
  localizeHref: (path: string) => string,
): ResultsOffer {
  const { slug, state, settings } = conversation;
  const { resultsVisibility: visibility, resultsAfterVotes } = settings;
  const isVisibleWith = (ownVotes: number) =>
    mayDiscloseResults({ visibility, resultsAfterVotes, state, ownVotes, role });
  return {
    afterVotes: isVisibleWith(0) ? 0 : isVisibleWith(resultsAfterVotes) ? resultsAfterVotes : null,
    resultsHref: localizeHref(`/c/${slug}/results`),
    reportHref: localizeHref(`/c/${slug}/report`),
  };
}
