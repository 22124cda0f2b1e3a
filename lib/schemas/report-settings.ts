import * as z from "zod/mini";
import { cleanLine, cleanText } from "../format/clean-text";
import { ConversationId } from "./conversation-input";

/** What can be left out of a report; heading, method and the way to check it always stay. */
export const ReportSectionId = z.enum([
  "summary",
  "taking-part",
  "common",
  "groups",
  "dividing",
  "uncertain",
  "metadata",
  "statements",
  "rejected",
]);
export type ReportSectionId = z.infer<typeof ReportSectionId>;

export const PINNED_STATEMENTS_MAX = 20;
export const REPORT_NAME_MAX_LENGTH = 60;
export const REPORT_NOTE_MAX_LENGTH = 2000;

const name = z.string().check(z.overwrite(cleanLine), z.maxLength(REPORT_NAME_MAX_LENGTH));
const note = z.string().check(z.overwrite(cleanText), z.maxLength(REPORT_NOTE_MAX_LENGTH));
const letter = z.string().check(z.regex(/^[A-Z]{1,2}$/));
const statementId = z.int().check(z.gte(0), z.lte(2_147_483_647));
const statementKey = z.string().check(z.regex(/^\d{1,10}$/));

/** The organisers' own words and choices; on the page they are marked as theirs. Empty texts are none. */
export const ReportSettings = z.object({
  hiddenSections: z._default(z.array(ReportSectionId), []),
  /** By letter. */
  groupNames: z._default(z.record(letter, name), {}),
  /** What is found towards each edge of the map. */
  axisNames: z._default(z.object({ left: name, right: name, top: name, bottom: name }), {
    left: "",
    right: "",
    top: "",
    bottom: "",
  }),
  /** Statements that are put before the common ground, in this order. */
  pinned: z._default(z.array(statementId).check(z.maxLength(PINNED_STATEMENTS_MAX)), []),
  /** At the top of a section. */
  sectionNotes: z._default(z.partialRecord(ReportSectionId, note), {}),
  /** By statement id. */
  statementNotes: z._default(z.record(statementKey, note), {}),
});
export type ReportSettings = z.infer<typeof ReportSettings>;

export const defaultReportSettings: ReportSettings = ReportSettings.parse({});

export const UpdateReportSettingsInput = z.strictObject({
  conversationId: ConversationId,
  settings: ReportSettings,
});
export type UpdateReportSettingsInput = z.input<typeof UpdateReportSettingsInput>;

export const PublishReportInput = z.strictObject({ conversationId: ConversationId });
export type PublishReportInput = z.input<typeof PublishReportInput>;
