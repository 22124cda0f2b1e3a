import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { soundExport, writeExportFolder } from "@/server/testing/export-folder";
import { loadPolisExport } from "./load-export";

const COMMENTS = soundExport["comments.csv"] ?? "";
const VOTES = soundExport["votes.csv"] ?? "";
const MATRIX = soundExport["participants-votes.csv"] ?? "";
const VOTES_HEADER = "timestamp,datetime,comment-id,voter-id,vote\n";
const vote = (row: string) => ({ "votes.csv": `${VOTES}${row}\n` });

test.each<[string, Parameters<typeof writeExportFolder>[0], string | RegExp]>([
  ["a missing comments.csv", { "comments.csv": null }, "comments.csv: the file is missing"],
  [
    "no file with votes",
    { "votes.csv": null, "participants-votes.csv": null },
    "votes.csv: the file is missing, and so is participants-votes.csv, which could stand in",
  ],
  ["an empty file", { "votes.csv": "" }, "votes.csv: the file is empty"],
  [
    "a missing column",
    { "votes.csv": "timestamp,comment-id,voter-id\n" },
    /^votes\.csv, line 1: the column is missing: vote \(/,
  ],
  [
    "two missing columns",
    { "comments.csv": "timestamp,comment-id,author-id,txt\n" },
    /^comments\.csv, line 1: the columns are missing: moderated, comment-body \(/,
  ],
  [
    "a header name twice",
    { "votes.csv": "timestamp,comment-id,vote,voter-id,vote\n" },
    'votes.csv, line 1: the column "vote" is there twice',
  ],
  [
    "a vote of 2",
    vote("1500000002000,x,0,0,2"),
    'votes.csv, line 6: a vote must be -1, 0 or 1, not "2"',
  ],
  [
    "an empty vote",
    vote("1500000002000,x,0,0,"),
    'votes.csv, line 6: a vote must be -1, 0 or 1, not ""',
  ],
  [
    "a wrong cell of the matrix",
    { "votes.csv": null, "participants-votes.csv": `${MATRIX}2,,0,1,1,0,yes,\n` },
    'participants-votes.csv, line 4: a vote must be -1, 0 or 1, not "yes"',
  ],
  [
    "a truncated vote",
    vote("1500000002000,x,0"),
    "votes.csv, line 6: the row is truncated: 3 of 5 columns",
  ],
  [
    "a truncated row of the matrix",
    { "participants-votes.csv": `${MATRIX}2,,0,1` },
    "participants-votes.csv, line 4: the row is truncated: 4 of 8 columns",
  ],
  [
    "a truncated statement",
    { "comments.csv": `${COMMENTS}1500000002000,Fri Jul` },
    "comments.csv, line 4: the row is truncated",
  ],
  [
    "a statement cut off in its timestamp",
    { "comments.csv": `${COMMENTS}15000000` },
    "comments.csv, line 4: the row is truncated",
  ],
  [
    "a line before the first statement that is none",
    { "comments.csv": COMMENTS.replace("\n", "\nPlant bulbs.\n") },
    "comments.csv, line 2: this is no row of the table",
  ],
  [
    "a statement cut off in its text",
    { "comments.csv": `${COMMENTS}1500000002000,x,2,0,0,0,1,"Plant "more" tr` },
    "comments.csv, line 4: the row is truncated: the file ends inside a quoted statement",
  ],
  [
    "a negative id",
    vote("1500000002000,x,0,-4,1"),
    'votes.csv, line 6: voter-id must be a whole number from 0 to 99999999, not "-4"',
  ],
  [
    "an absurd id",
    vote("1500000002000,x,123456789012,0,1"),
    'votes.csv, line 6: comment-id must be a whole number from 0 to 99999999, not "123456789012"',
  ],
  [
    "an id in words",
    { "comments.csv": `${COMMENTS}1500000002000,x,two,0,0,0,1,Two\n` },
    'comments.csv, line 4: comment-id must be a whole number from 0 to 99999999, not "two"',
  ],
  [
    "a timestamp that is none",
    vote("yesterday,x,0,0,1"),
    'votes.csv, line 6: timestamp must be seconds or milliseconds since 1970, not "yesterday"',
  ],
  [
    "an unknown moderation",
    { "comments.csv": `${COMMENTS}1500000002000,x,2,0,0,0,2,Two\n` },
    'comments.csv, line 4: moderated must be -1, 0 or 1, not "2"',
  ],
  [
    "binary data",
    { "votes.csv": new Uint8Array([80, 75, 3, 4, 10, 0, 0, 1]) },
    "votes.csv, line 2: not CSV text: the file holds binary data",
  ],
  [
    "Latin-1",
    { "comments.csv": Buffer.from(`${COMMENTS}1500000002000,x,2,0,0,0,1,Caf\xe9\n`, "latin1") },
    "comments.csv, line 4: not UTF-8 text; save the file as UTF-8",
  ],
  [
    "a character cut off at the end",
    { "comments.csv": Buffer.concat([Buffer.from(COMMENTS), Buffer.from([0xe8, 0xbb])]) },
    "comments.csv, line 4: not UTF-8 text; save the file as UTF-8",
  ],
  [
    "UTF-16",
    { "votes.csv": Buffer.from(`\uFEFF${VOTES}`, "utf16le") },
    "votes.csv, line 1: this is UTF-16; save the file as UTF-8",
  ],
  [
    "another text altogether",
    { "votes.csv": "<!DOCTYPE html>\n<p>Not found</p>\n" },
    /^votes\.csv, line 1: the columns are missing: timestamp, comment-id, voter-id, vote \(/,
  ],
  [
    "a quote that is never closed",
    { "votes.csv": `${VOTES_HEADER}1500000002000,"x,0,0,1\n` },
    "votes.csv, line 2: the file ends inside a quoted text",
  ],
  [
    "lines that end in a carriage return alone",
    { "votes.csv": VOTES.replaceAll("\n", "\r") },
    "votes.csv, line 1: the lines end in CR; save the file with LF or CRLF",
  ],
  [
    "a summary that is far too long",
    { "summary.csv": `topic,"${"Trees ".repeat(1000)}"\n`.repeat(200) },
    "summary.csv: the file is larger than 1000000 bytes",
  ],
  [
    "a row that is far too long",
    { "votes.csv": `${VOTES}${"9".repeat(3_000_000)}\n` },
    "votes.csv, line 6: the row is longer than 1000000 bytes",
  ],
  [
    "a row of nothing but commas",
    { "votes.csv": `${VOTES}${",".repeat(3_000_000)}\n` },
    "votes.csv, line 6: the row is longer than 1000000 bytes",
  ],
  [
    "more statements than any conversation has",
    {
      "votes.csv": null,
      "participants-votes.csv": `participant,${[...Array(100_001).keys()]}\n0${",1".repeat(100_001)}\n`,
    },
    "participants-votes.csv, line 2: more than 100000 statements",
  ],
  [
    "a statement that is far too long",
    { "comments.csv": `${COMMENTS}1500000002000,x,2,0,0,0,1,"${"long ".repeat(500_000)}` },
    "comments.csv, line 4: the row is longer than 1000000 bytes",
  ],
  [
    "a convention that cannot be read",
    { "format.json": '{"vote-convention":"agree=7"}' },
    "format.json: the vote convention cannot be read: agree=7",
  ],
  ["a format.json that is no JSON", { "format.json": "agree" }, "format.json: not JSON"],
])("%s", async (_name, changes, message) => {
  await expect(loadPolisExport(await writeExportFolder(changes))).rejects.toMatchObject({
    name: "ImportError",
    code: "UNPROCESSABLE_CONTENT",
    message: typeof message === "string" ? message : expect.stringMatching(message),
  });
});

test("a folder that is not there, and a file in its place", async () => {
  const dir = await writeExportFolder();
  await expect(loadPolisExport(join(dir, "nowhere"))).rejects.toThrow(/there is no such folder$/);
  await expect(loadPolisExport(join(dir, "votes.csv"))).rejects.toThrow(/not a folder$/);
  await expect(loadPolisExport("/dev/null")).rejects.toThrow(/not a folder$/);
});

test("a file that cannot be read", async () => {
  for (const name of ["format.json", "comments.csv"]) {
    const dir = await writeExportFolder({ [name]: null });
    await symlink("/proc/self/mem", join(dir, name)); // its first byte cannot be read by anybody
    await expect(loadPolisExport(dir)).rejects.toMatchObject({
      name: "ImportError",
      message: `${name}: cannot be read (EIO)`,
    });
  }
});

test("a format.json with a byte order mark is sound", async () => {
  const dir = await writeExportFolder({ "format.json": '\uFEFF{"vote":{"agree":1}}' });
  expect((await loadPolisExport(dir)).repairs).toEqual([]);
});
