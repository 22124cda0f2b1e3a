import * as z from "zod/mini";
import { ConversationSettings, ConversationState } from "./conversation";
import { ReportSettings } from "./report-settings";
import { ModerationReason } from "./statement-input";
import { TranslationOrigin } from "./translation";

const count = z.int();
/** ISO 8601 in UTC. */
const time = z.string();

/** A statement as it was published; those that were rejected are only counted. */
export const ReportStatement = z.object({
  id: z.int(),
  /** Null once its author took it back, on which nobody else had voted. */
  text: z.nullable(z.string()),
  language: z.nullable(z.string()),
  moderation: z.enum(["pending", "accepted"]),
  isSeed: z.boolean(),
  isMetadata: z.boolean(),
  /** Those that there were, by language of the interface. */
  translations: z._default(
    z.record(z.string(), z.object({ text: z.string(), origin: TranslationOrigin })),
    {},
  ),
});
export type ReportStatement = z.infer<typeof ReportStatement>;

/** People by how many votes they gave; classes of fewer than five people are joined to others. */
export const VotesPerPerson = z.object({
  from: count,
  /** Null: and more. */
  to: z.nullable(count),
  people: count,
});
export type VotesPerPerson = z.infer<typeof VotesPerPerson>;

/** A span of time, up to the next one's start; spans with fewer than five people are joined to others. */
export const ParticipationSpan = z.object({
  start: time,
  /** Whose first vote was in it. */
  newcomers: count,
  /** Cast in it, those included that were changed later. */
  votes: count,
});
export type ParticipationSpan = z.infer<typeof ParticipationSpan>;

/** Who took part and how, in counts that tell of nobody. */
export const Participation = z.object({
  /** With a vote that stands. */
  people: count,
  votes: count,
  /** Votes of the person in the middle; 0 without anybody. */
  medianVotes: z.number(),
  votesPerPerson: z.array(VotesPerPerson),
  spans: z.array(ParticipationSpan),
  /** When the last span ends; null without votes. */
  until: z.nullable(time),
  channels: z.object({
    /** Through this site's own pages, embedded ones included. */
    here: z.nullable(count),
    /** Brought along by an import. */
    imported: z.nullable(count),
  }),
  /** Those that are shown. */
  statements: z.object({
    seeds: count,
    byParticipants: count,
    /** People who wrote one; null when they are fewer than five. */
    authors: z.nullable(count),
  }),
});
export type Participation = z.infer<typeof Participation>;

export const RejectedCounts = z.array(
  z.object({
    /** Null when none was given. */
    reason: z.nullable(ModerationReason),
    count,
  }),
);

/**
 * What a published report holds besides its analysis: words and figures as they were, in no language of
 * the interface, with nothing in them that tells of a person.
 */
export const ReportContent = z.object({
  format: z.literal("plenum-report"),
  formatVersion: z.literal(1),
  number: z.int(),
  publishedAt: time,
  analysisVersion: z.int(),
  conversation: z.object({
    slug: z.string(),
    title: z.string(),
    description: z.string(),
    state: ConversationState,
    opensAt: z.nullable(time),
    closesAt: z.nullable(time),
    settings: ConversationSettings,
  }),
  /** By id, ascending. */
  statements: z.array(ReportStatement),
  participation: Participation,
  rejected: RejectedCounts,
  settings: ReportSettings,
});
export type ReportContent = z.infer<typeof ReportContent>;

/** What a report says besides its analysis, published or live. */
export type ReportBody = Pick<
  ReportContent,
  "conversation" | "statements" | "participation" | "rejected" | "settings"
>;
