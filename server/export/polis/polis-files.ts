import type { ExportFile } from "../export-file";
import { writeCommentGroups } from "./write-comment-groups";
import { writeComments } from "./write-comments";
import { writeFormat } from "./write-format";
import { writeParticipantImportance, writeParticipantVotes } from "./write-participants";
import { writeSummary } from "./write-summary";
import { writeVotes } from "./write-votes";

const csv = "text/csv; charset=utf-8";

/** The files of a Pol.is export of the newest generation, by name. */
export const polisFiles: Record<string, ExportFile> = {
  "summary.csv": { write: writeSummary, contentType: csv, hasRows: false },
  "comments.csv": { write: writeComments, contentType: csv, hasRows: false },
  "votes.csv": { write: writeVotes, contentType: csv, hasRows: true },
  "participant-votes.csv": { write: writeParticipantVotes, contentType: csv, hasRows: true },
  "participant-importance.csv": {
    write: writeParticipantImportance,
    contentType: csv,
    hasRows: true,
  },
  "comment-groups.csv": { write: writeCommentGroups, contentType: csv, hasRows: false },
  "format.json": { write: writeFormat, contentType: "application/json", hasRows: false },
};
