import { type EmbedOptions, embedQueryOf } from "@/lib/embed/embed-options";
import { mayDiscloseResults } from "@/lib/results-policy";
import type { Conversation } from "@/server/services/conversations/conversation";
import type { Role } from "@/server/services/permissions/permission-table";
import type { ResultsOffer } from "./results-line";

/**
 * When a participant of this conversation gets to see results, as lib/results-policy.ts says.
 * @param embed a frame, whose cookie no other tab has: results that not everybody may see are shown in it
 */
export function offerResults(
  conversation: Conversation,
  role: Role | null,
  localizeHref: (path: string) => string,
  embed: EmbedOptions | null,
): ResultsOffer {
  const { slug, state, settings } = conversation;
  const { resultsVisibility: visibility, resultsAfterVotes } = settings;
  const isVisibleWith = (ownVotes: number) =>
    mayDiscloseResults({ visibility, resultsAfterVotes, state, ownVotes, role });
  const afterVotes = isVisibleWith(0)
    ? 0
    : isVisibleWith(resultsAfterVotes)
      ? resultsAfterVotes
      : null;
  const resultsHref = localizeHref(`/c/${slug}/results`);
  const reportHref = localizeHref(`/c/${slug}/report`);
  if (embed === null || !afterVotes) return { afterVotes, resultsHref, reportHref };
  const query = embedQueryOf({ ...embed, view: embed.view === "both" ? "both" : "results" });
  if (embed.view === "vote") query.set("from", "vote");
  return { afterVotes, resultsHref: localizeHref(`/embed/${slug}?${query}`), reportHref: null };
}
