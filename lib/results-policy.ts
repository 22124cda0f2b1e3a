import type { ConversationSettings, ConversationState } from "@/lib/schemas/conversation";

/** What decides whether somebody may see results now. */
export interface ResultsQuestion {
  visibility: ConversationSettings["resultsVisibility"];
  /** Own votes needed under `after-votes`. */
  resultsAfterVotes: number;
  state: ConversationState;
  /** Statements this viewer has a current vote on; 0 for a stranger. */
  ownVotes: number;
  /** The viewer's role in the conversation; null for the public. */
  role: "owner" | "moderator" | "analyst" | "official" | "observer" | null;
}

/**
 * Says whether a viewer may see results now. Everything that shows or serves a result asks here:
 * pages, API, events, export, preview image, embed, overlay and mail.
 *
 * Whoever has a role in the conversation always may. A draft has no results for anybody else.
 * `after-votes` keeps results from colouring a vote, so it ends when voting ends.
 */
export function mayDiscloseResults(question: ResultsQuestion): boolean {
  if (question.role !== null) return true;
  if (question.state === "draft") return false;
  switch (question.visibility) {
    case "always":
      return true;
    case "after-votes":
      return question.state === "closed" || question.ownVotes >= question.resultsAfterVotes;
    case "after-closing":
      return question.state === "closed";
    case "organisers":
      return false;
  }
}

/** Says whether everybody may see results now, so that any cache may keep and share them. */
export function areResultsPublic(
  question: Pick<ResultsQuestion, "visibility" | "resultsAfterVotes" | "state">,
): boolean {
  return mayDiscloseResults({ ...question, ownVotes: 0, role: null });
}
