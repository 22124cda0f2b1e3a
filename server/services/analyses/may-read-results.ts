import { areResultsPublic, mayDiscloseResults } from "@/lib/results-policy";
import { countOwnVotes } from "@/server/db/queries/own-votes";
import type { ServiceContext } from "@/server/services/context";
import type { Conversation } from "@/server/services/conversations/conversation";
import { ServiceError } from "@/server/services/errors";
import type { Role } from "@/server/services/permissions/permission-table";

/** Who wants to see results, and of what. */
export interface ResultsReader {
  /** As getConversation answers, so with the actor's role. */
  conversation: Conversation & { role: Role | null };
  /** Of the participant token that came with the request; null without one. */
  tokenHash: string | null;
}

/** Whether this reader may see results now; own votes are counted only where they matter. */
export async function mayReadResults(ctx: ServiceContext, reader: ResultsReader): Promise<boolean> {
  const { conversation, tokenHash } = reader;
  const { resultsVisibility: visibility, resultsAfterVotes } = conversation.settings;
  const question = { visibility, resultsAfterVotes, state: conversation.state };
  const { role, id: conversationId } = conversation;
  if (mayDiscloseResults({ ...question, role, ownVotes: 0 })) return true;
  if (visibility !== "after-votes" || tokenHash === null) return false;
  const ownVotes = await countOwnVotes(ctx.db, { conversationId, tokenHash });
  return mayDiscloseResults({ ...question, role, ownVotes });
}

/** @throws ServiceError FORBIDDEN unless this reader may see results now */
export async function requireResults(ctx: ServiceContext, reader: ResultsReader): Promise<void> {
  if (await mayReadResults(ctx, reader)) return;
  throw new ServiceError("FORBIDDEN", "results-not-disclosed", "The results are not shown now.");
}

/** Whether anybody may see these results now, so that shared caches may keep them. */
export function areConversationResultsPublic({ settings, state }: Conversation): boolean {
  const { resultsVisibility: visibility, resultsAfterVotes } = settings;
  return areResultsPublic({ visibility, resultsAfterVotes, state });
}
