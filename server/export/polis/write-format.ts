import { findLicence, nameSource } from "@/lib/format/data-licences";
import type { ExportSource } from "../export-source";
import { FORMAT_ID, VOTE_CONVENTION } from "./vote-convention";

/** Which columns hold a vote, a count or a flag, in the words of Pol.is's own format.json. */
const files = {
  "summary.csv": { "vote-convention": "declaration" },
  "votes.csv": { vote: "vote", important: "flag" },
  "participant-votes.csv": {
    "<comment-id>": "vote",
    "n-votes": "count",
    "n-agree": "count",
    "n-disagree": "count",
  },
  "participant-importance.csv": {
    "<comment-id>": "flag",
    "n-votes": "count",
    "n-important": "count",
  },
  "comments.csv": {
    agrees: "count",
    disagrees: "count",
    importance: "count",
    "is-meta": "flag",
    "is-seed": "flag",
  },
  "comment-groups.csv": {
    "total-votes": "count",
    "total-agrees": "count",
    "total-disagrees": "count",
    "total-passes": "count",
    "group-<letter>-votes": "count",
    "group-<letter>-agrees": "count",
    "group-<letter>-disagrees": "count",
    "group-<letter>-passes": "count",
  },
};

/** format.json: says what the numbers in the other files mean, and under which terms to use them. */
export async function* writeFormat({ conversation, url }: ExportSource): AsyncGenerator<string> {
  const { askedBy, licence } = conversation.settings;
  const { id, name, url: terms } = findLicence(licence);
  const document = {
    format: FORMAT_ID,
    licence: {
      id,
      name,
      url: terms,
      attribution: nameSource({ askedBy, title: conversation.title, url }),
    },
    "vote-convention": VOTE_CONVENTION,
    vote: { agree: 1, disagree: -1, pass: 0 },
    files,
  };
  yield `${JSON.stringify(document, null, 2)}\n`;
}
