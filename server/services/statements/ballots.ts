import type { WeightedSampler } from "@/lib/math/statements/weighted-sampler";
import type { ConversationSettings } from "@/lib/schemas/conversation";
import type { NextStatement, ShownTranslation } from "@/lib/schemas/vote";
import type { ConversationRow } from "@/server/db/queries/conversations";

/** What a conversation puts to the vote. */
export interface Ballot {
  conversation: ConversationRow & { settings: ConversationSettings };
  /** Those that may be voted on, ids ascending. */
  statements: NextStatement[];
  /** By language, then by statement id. */
  translations: ReadonlyMap<string, ReadonlyMap<number, ShownTranslation>>;
  /** Draws places in `statements` by their routing weights. */
  sampler: WeightedSampler;
}

/** Keeps ballots in memory; the truth is looked up again when votes are stored. */
export interface Ballots {
  /**
   * At most a second old.
   * @throws ServiceError NOT_FOUND when there is no such conversation or it is a draft
   */
  get(slug: string): Promise<Ballot>;
  close(): void;
}
