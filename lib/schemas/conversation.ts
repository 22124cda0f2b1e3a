import * as z from "zod/mini";
import { cleanLine } from "../format/clean-text";

export const ConversationState = z.enum(["draft", "open", "closed"]);
export type ConversationState = z.infer<typeof ConversationState>;

/** When results may be seen; lib/results-policy.ts decides. */
export const ResultsVisibility = z.enum(["always", "after-votes", "after-closing", "organisers"]);
export type ResultsVisibility = z.infer<typeof ResultsVisibility>;

/** Terms under which everybody may use the files of a conversation, as SPDX names them. */
export const DataLicence = z.enum(["CC-BY-4.0", "CC0-1.0"]);
export type DataLicence = z.infer<typeof DataLicence>;

export const ANSWER_DAYS_MAX = 730;

/** Everything a facilitator can choose; a missing key takes its default. */
export const ConversationSettings = z.object({
  /** Who asks, and is answerable for what happens with the result. */
  askedBy: z._default(z.string().check(z.overwrite(cleanLine), z.maxLength(200)), ""),
  resultsVisibility: z._default(ResultsVisibility, "always"),
  /** Own votes needed when resultsVisibility is `after-votes`. */
  resultsAfterVotes: z._default(z.int().check(z.gte(1), z.lte(100)), 7),
  /** `lenient`: a new statement is voted on at once; `strict`: only once accepted. */
  moderation: z._default(z.enum(["lenient", "strict"]), "lenient"),
  participantsMayWrite: z._default(z.boolean(), true),
  statementMaxLength: z._default(z.int().check(z.gte(20), z.lte(2000)), 200),
  /** Whether the Pol.is files (full rows under pseudonyms) are public; fixed once it was open. */
  publicVotes: z._default(z.boolean(), false),
  /**
   * The promise: each statement that everyone shares is answered within so many days after closing; null:
   * none. Fixed once it was open.
   */
  answerDays: z._default(z.nullable(z.int().check(z.gte(1), z.lte(ANSWER_DAYS_MAX))), null),
  /** Written into every file that can be downloaded. */
  licence: z._default(DataLicence, "CC-BY-4.0"),
  /** Sites that may show this conversation in a frame; `*` means every site. */
  embedHosts: z._default(z.array(z.string().check(z.overwrite(cleanLine), z.maxLength(200))), [
    "*",
  ]),
});
export type ConversationSettings = z.infer<typeof ConversationSettings>;

export const defaultConversationSettings: ConversationSettings = ConversationSettings.parse({});
