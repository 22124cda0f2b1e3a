import {
  countByFilter,
  type DirectoryFilter,
  isListedUnder,
} from "@/lib/directory/directory-filter";
import type { DirectoryQuery } from "@/lib/directory/directory-query";
import type { Outcome } from "@/lib/directory/outcome";
import { searchConversations } from "@/lib/directory/search-conversations";
import { areConversationResultsPublic } from "@/server/services/analyses/may-read-results";
import { countOutcomes } from "@/server/services/answers/count-outcomes";
import type { ServiceContext } from "@/server/services/context";
import type { Conversation } from "@/server/services/conversations/conversation";
import { listPublicConversations } from "@/server/services/conversations/list-public";

/** A conversation as everybody finds it. */
export interface DirectoryEntry extends Conversation {
  /** Whether everybody may see results now. */
  isDisclosed: boolean;
  /** Null before there are results, and while the public may not see them. */
  outcome: Outcome | null;
}

export interface Directory {
  /** Whether there is any conversation, found or not. */
  isEmpty: boolean;
  /** What was searched for, under any filter. */
  counts: Record<DirectoryFilter, number>;
  /** What was searched for, under the filter that was asked for. */
  entries: DirectoryEntry[];
}

/**
 * The conversations that everybody may find, searched and filtered, with what came of them as far as the
 * public may see it, whoever asks.
 */
export async function listDirectory(
  ctx: ServiceContext,
  { words, filter }: Pick<DirectoryQuery, "words" | "filter">,
): Promise<Directory> {
  const all = await listPublicConversations(ctx);
  const found = searchConversations(all, words);
  const disclosed = found.filter(areConversationResultsPublic);
  const outcomes = await countOutcomes(ctx, { conversations: disclosed });
  const entries = found.map((conversation) => ({
    ...conversation,
    isDisclosed: areConversationResultsPublic(conversation),
    outcome: outcomes.get(conversation.id) ?? null,
  }));
  return {
    isEmpty: all.length === 0,
    counts: countByFilter(entries),
    entries: entries.filter((entry) => isListedUnder(entry, filter)),
  };
}
