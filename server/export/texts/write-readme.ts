import { smallestCrowd } from "@/lib/results/tally";
import { voteListName } from "@/lib/verify/manifest";
import type { ExportSource } from "../export-source";

/** What the files are, in the order in which somebody looks for them. */
const descriptions: Record<string, string> = {
  "statements.xlsx": "The table of statements, for a spreadsheet program",
  "map.svg": "The map of opinion as a drawing",
  "map.png": "The map of opinion as a picture",
  "analysis.json": "The analysis: groups, map, statistics (docs/analysis.md of Plenum)",
  "summary.csv": "Topic, address and counts, a key and a value a row",
  "comments.csv": "The statements",
  "votes.csv": "Every vote, in the order in which they were cast",
  "participant-votes.csv": "A row a participant, a column a statement",
  "participant-importance.csv": "The same, where a vote was marked as important",
  "comment-groups.csv": "How each group voted on each statement",
  "sensemaker.csv": "Statements and votes in the columns of Jigsaw's Sensemaker",
  "translations.csv": "Statements in other languages",
  "answers.json": "What was answered to the common ground, with every wording there was",
  "answers.csv": "The answers as they stand now, for a spreadsheet program",
  "format.json": "What the numbers in the CSV files mean, and the licence",
  "LICENSE.txt": "The terms under which these files may be used",
  "report.json": "The words, settings and counts of the report as it was published",
  "votes-canonical.csv": "Every vote that the figures follow from: participant, statement, value",
  "votes-salt.txt": "What the SHA-256 of that list was taken with",
  "report.jws": "What was signed when the report was published",
  "plenum-keys.json": "The public keys of the server that signed these files",
  "manifest.json": "SHA-256 and size of each file, and what the analysis was made with",
};

/** README.txt of a folder with these files. */
export async function* writeReadme(
  source: ExportSource,
  names: readonly string[],
): AsyncGenerator<string> {
  const { conversation, url, exportedAt, analysis, report } = source;
  const listed = Object.entries(descriptions)
    .filter(([name]) => names.includes(name))
    .map(([name, text]) => `  ${name.padEnd(28)}${text}`);
  const figures = analysis
    ? `Groups and figures: analysis ${analysis.version} of ${analysis.createdAt.toISOString()}.`
    : "There was no analysis yet: no file names groups.";
  yield `${conversation.title}
${url}

${report ? `Report, version ${report.number}, published ${report.content.publishedAt}.\n` : ""}Exported ${exportedAt.toISOString()}. ${figures}

Files
${listed.join("\n")}

Votes are agree = 1, pass = 0, disagree = -1; an empty cell is no vote. Text is UTF-8.
The CSV files are those of a Pol.is export of the newest generation, quoted as RFC 4180 says.

${listNotes(source, names).join("\n\n")}
`;
}

function listNotes({ audience, report }: ExportSource, names: readonly string[]): string[] {
  return [
    `Spreadsheets
  Open statements.xlsx${names.includes("answers.csv") ? " and answers.csv" : ""}. The other CSV files are for programs: they hold each statement to the
  letter, so one that begins with = + - or @ would be computed by a spreadsheet program that opens them.
  If it must be one of them, import it with all columns as text.`,
    ...(names.includes(voteListName) || report
      ? [
          `Checking
  Drop the zip file on the page /verify of the server that made it, or run: plenum verify FILE
  Either computes every figure again and checks the signatures (docs/verify.md of Plenum).`,
        ]
      : []),
    `People
  ${
    names.includes("votes.csv") || names.includes("votes-canonical.csv")
      ? "Participants are numbers that mean nothing outside of this conversation. No file holds names,\n  addresses or what identified them to whoever invited them. Somebody who told others how they voted\n  may be recognised in a row all the same: do not try to."
      : "No file holds what single people did."
  }`,
    audience === "organisers"
      ? `For organisers
  These files are whole. In public ones nothing is told of fewer than ${smallestCrowd} people: do not publish
  analysis.json, comment-groups.csv or the rows without thinking of that.`
      : `Few people
  Figures of fewer than ${smallestCrowd} voters are left out, and those from which they would follow${audience === "everybody" ? "; only\n  the files of a Pol.is export hold every vote" : ""}.`,
  ];
}
