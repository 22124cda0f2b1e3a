import type { OwnVote } from "@/lib/schemas/participation";
import { foldText } from "@/lib/statements/fold-text";

/** From here on a list is worth a search. */
export const fewVotes = 10;
const perStep = 50;

/** What the address of the page asks for. */
export interface VoteQuery {
  q?: string | string[];
  show?: string | string[];
}

/** The votes to show now: those on statements that hold the words asked for, a part at a time. */
export function findVotes(votes: readonly OwnVote[], { q, show }: VoteQuery) {
  const query = typeof q === "string" ? q.trim() : "";
  const words = foldText(query).split(" ");
  const found = votes.filter(({ text, translation }) => {
    const folded = foldText(`${translation?.text ?? ""} ${text ?? ""}`);
    return words.every((word) => folded.includes(word));
  });
  const wanted = typeof show === "string" && /^\d{1,5}$/.test(show) ? Number(show) : 0;
  const shown = Math.max(perStep, wanted);
  return {
    query,
    votes: found.slice(0, shown),
    total: found.length,
    /** How many come with the next step, and how many are shown then. */
    more: Math.min(perStep, Math.max(0, found.length - shown)),
    next: shown + perStep,
  };
}
