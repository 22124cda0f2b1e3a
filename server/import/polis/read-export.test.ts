import { expect, test } from "vitest";
import { soundExport, writeExportFolder } from "@/server/testing/export-folder";
import { loadPolisExport } from "./load-export";
import { readPolisExport } from "./read-export";

const COMMENTS =
  "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n";

async function load(changes: Parameters<typeof writeExportFolder>[0] = {}) {
  const notices: string[] = [];
  const loaded = await loadPolisExport(await writeExportFolder(changes), (text) =>
    notices.push(text),
  );
  return { ...loaded, notices };
}

function cells({ votes }: Awaited<ReturnType<typeof load>>) {
  return Array.from(votes.value, (value, i) => [votes.participant[i], votes.statement[i], value]);
}

const soundCells = [
  [0, 0, 1],
  [0, 1, 1],
  [1, 0, 1],
  [1, 1, -1],
];

test("a sound export needs no repair", async () => {
  const loaded = await load();
  expect(loaded.repairs).toEqual([]);
  expect(loaded.notices).toEqual([]);
  expect(loaded.topic).toBe("Town hall");
  expect(loaded.description).toBe("What, then?");
  expect(loaded.statements.map(({ text, moderation }) => [text, moderation])).toEqual([
    ["Plant trees.", "accepted"],
    ["Close the road, please.", "rejected"],
  ]);
  expect(cells(loaded)).toEqual(soundCells);
  expect([...loaded.publishedGroups]).toEqual([
    [0, 0],
    [1, 1],
  ]);
});

test("columns are found by name in any order, and unknown ones are named", async () => {
  const loaded = await load({
    "comments.csv":
      "comment-body,mood,is-meta,is-seed,moderated,author-id,comment-id,timestamp\n" +
      '"Plant, ""now"".",sunny,true,false,0,0,0,1500000000000\n' +
      "Close.,grim,false,true,1,0,1,1500000001000\n",
    "votes.csv":
      "vote,voter-id,comment-id,weight,timestamp\n" +
      "1,0,0,3,1500000002000\n1,1,0,3,1500000003000\n1,0,1,3,1500000004000\n-1,1,1,3,1500000005000\n",
  });
  expect(loaded.statements).toMatchObject([
    { id: 0, text: 'Plant, "now".', moderation: "pending", isMetadata: true, isSeed: false },
    { id: 1, text: "Close.", moderation: "accepted", isMetadata: false, isSeed: true },
  ]);
  expect(cells(loaded)).toEqual(soundCells);
  expect(loaded.notices).toEqual([
    "comments.csv: columns left out: mood",
    "votes.csv: columns left out: weight",
  ]);
});

test("the newest generation: seconds, importance and the new name of the matrix", async () => {
  const loaded = await load({
    "comments.csv":
      "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,importance,comment-body\n" +
      '1700000000,x,0,0,2,0,1,1,"A body, with ""quotes"" and\nnewline"\n1700000001,x,1,0,1,1,1,0,"B"\n',
    "votes.csv":
      "timestamp,datetime,comment-id,voter-id,vote,important\n" +
      "1700000005,x,0,0,-1,0\n1700000002,x,0,1,1,0\n1700000003,x,1,0,1,1\n1700000004,x,1,1,-1,0\n1700000005,x,0,0,1,1\n",
    "participants-votes.csv": null,
    "participant-votes.csv": soundExport["participants-votes.csv"] ?? "",
  });
  expect(loaded.repairs).toEqual([]);
  expect(loaded.statements[0]?.text).toBe('A body, with "quotes" and\nnewline');
  expect(cells(loaded)).toEqual(soundCells);
});

test("later votes win by time, equal times by the order of the file", async () => {
  const loaded = await load({
    "votes.csv":
      "timestamp,datetime,comment-id,voter-id,vote\n" +
      "1500000009000,x,0,0,-1\n1500000002000,x,0,0,1\n1500000003000,x,1,0,0\n1500000003000,x,1,0,-1\n1500000003000,x,1,1,1\n",
  });
  expect(cells(loaded)).toEqual([
    [0, 0, -1],
    [0, 1, -1],
    [1, 1, 1],
  ]);
});

test("without votes.csv the matrix has the votes", async () => {
  const loaded = await load({ "votes.csv": null });
  expect(cells(loaded)).toEqual(soundCells);
  expect(loaded.notices).toEqual([
    "votes.csv is missing: participants-votes.csv is read, without times",
  ]);
});

test.each([
  ["format.json", { "format.json": '{"vote":{"agree":-1,"disagree":1,"pass":0}}' }],
  [
    "summary.csv",
    {
      "summary.csv": `${soundExport["summary.csv"]}vote-convention,agree=-1;disagree=+1;pass=0\n`,
    },
  ],
])("votes are flipped when %s declares agree = -1", async (_name, changes) => {
  expect(cells(await load(changes))).toEqual(soundCells.map(([p, s, v]) => [p, s, 0 - (v ?? 0)]));
  expect(cells(await load({ ...changes, "votes.csv": null }))).toEqual(
    soundCells.map(([p, s, v]) => [p, s, 0 - (v ?? 0)]),
  );
});

test.each([
  {
    name: "quotes that are not doubled",
    body: '"They said "trees", loudly."',
    text: 'They said "trees", loudly.',
    message: "the statement has quotes that are not doubled; its text was put together again",
  },
  {
    name: "a statement that spans lines without quotes",
    body: "Plant trees,\n\nand more, and\r\nwater them.",
    text: "Plant trees,\n\nand more, and\nwater them.",
    message: "the statement is not quoted and spans 4 lines; its text was put together again",
  },
  {
    name: "a closing quote that is missing",
    body: '"Plant trees, now',
    text: "Plant trees, now",
    message: "the statement has no closing quote; its text was put together again",
  },
  {
    name: "a comma without quotes",
    body: "Plant, water, wait",
    text: "Plant, water, wait",
    message: "the statement is not quoted; its text was put together again",
  },
])("$name: repaired and reported", async ({ body, text, message }) => {
  const loaded = await load({
    "comments.csv":
      `${COMMENTS}1500000000000,Fri Jul 14 2017,0,0,2,0,1,${body}\n` +
      '1500000001000,"Fri, Jul 14",1,0,1,1,-1,"Close the ""old"" road,\nplease."\n',
  });
  expect(loaded.statements.map((statement) => statement.text)).toEqual([
    text,
    'Close the "old" road,\nplease.',
  ]);
  expect(loaded.repairs).toEqual([{ file: "comments.csv", line: 2, message }]);
});

test("a CRLF in the middle of a file and inside a statement", async () => {
  const loaded = await load({
    "comments.csv":
      `${COMMENTS}1500000000000,x,0,0,2,0,1,"Plant\r\ntrees."\n` +
      "1500000001000,x,1,0,1,1,-1,Close.\n",
    "votes.csv": soundExport["votes.csv"]?.replace("1,0,1\n", "1,0,1\r\n") ?? "",
  });
  expect(loaded.statements.map(({ text }) => text)).toEqual(["Plant\ntrees.", "Close."]);
  expect(cells(loaded)).toEqual(soundCells);
  expect(loaded.repairs).toEqual([
    {
      file: "comments.csv",
      line: 2,
      message: "statement 0 holds carriage returns; they became line feeds",
    },
    { file: "votes.csv", line: 4, message: "the line ends in CRLF, unlike the first one" },
  ]);
});

test("a file with CRLF and a byte order mark throughout is sound", async () => {
  const crlf = (text = "") => `\uFEFF${text.replaceAll("\n", "\r\n")}`;
  const loaded = await load({
    "comments.csv": crlf(soundExport["comments.csv"]),
    "votes.csv": crlf(soundExport["votes.csv"]),
    "participants-votes.csv": crlf(soundExport["participants-votes.csv"]),
    "summary.csv": crlf(soundExport["summary.csv"]),
  });
  expect(loaded.repairs).toEqual([]);
  expect(loaded.topic).toBe("Town hall");
  expect(cells(loaded)).toEqual(soundCells);
});

test("files that contradict each other: every row is kept, and each contradiction is reported", async () => {
  const loaded = await load({
    "comments.csv":
      `${COMMENTS}1500000000000,x,0,7,2,0,1,Plant trees.\n` +
      "1500000001000,x,5,0,0,0,1,Nobody voted.\n1500000001000,x,0,0,0,0,1,Again.\n",
    "votes.csv": `${soundExport["votes.csv"]}1500000006000,x,1,3,1\n`,
    "summary.csv": 'topic,T\nvoters,12\nconversation-description,"D"\n',
  });
  expect(cells(loaded)).toEqual([...soundCells, [3, 1, 1]]);
  expect(loaded.statements.map(({ id, text, moderation }) => [id, text, moderation])).toEqual([
    [0, "Plant trees.", "accepted"],
    [1, "[1: no text in the export]", "pending"],
    [5, "Nobody voted.", "accepted"],
  ]);
  const places = loaded.repairs.map(({ file, line, message }) => `${file}:${line} ${message}`);
  expect(places).toEqual([
    "comments.csv:4 statement 0 is there twice; the first one counts",
    "votes.csv:4 statement 1 is not in comments.csv; its votes count, its text is unknown",
    "votes.csv:6 participant 3 has no row in participants-votes.csv; the votes count",
    "comments.csv:2 author 7 has no row in participants-votes.csv; the statement was kept",
    "comments.csv:3 statement 5 has no vote; it is kept out of the vote matrix",
    "summary.csv:2 voters says 12, the rows have 3; the rows count",
  ]);
});

test("a summary whose description is not quoted is put together again", async () => {
  const loaded = await load({
    "summary.csv": "topic,Trees, roads\nvoters,2\nconversation-description,Hello, all.\nWelcome\n",
  });
  expect(loaded.topic).toBe("Trees, roads");
  expect(loaded.description).toBe("Hello, all.\nWelcome");
  expect(loaded.repairs.map(({ line }) => line)).toEqual([1, 3, 4]);
});

test("a missing summary is replaced by the folder's name", async () => {
  const loaded = await load({ "summary.csv": null });
  expect(loaded.topic).toMatch(/^plenum-export-/);
  expect(loaded.repairs).toMatchObject([{ file: "summary.csv" }]);
});

test("a defect in every row is reported a hundred times, then counted", async () => {
  const rows = Array.from({ length: 250 }, (_, id) => `1500000000000,x,${id},0,0,0,1,Text\n`);
  const { repairs } = await load({
    "comments.csv": COMMENTS + rows.join(""),
    "summary.csv": "topic,T\n",
  });
  expect(repairs).toHaveLength(101);
  expect(repairs.at(-1)).toEqual({
    file: "comments.csv",
    line: 251,
    message: "and 148 more like these, up to this line",
  });
});

test("a wide row of the matrix gives its votes a piece at a time", async () => {
  const ids = Array.from({ length: 12_000 }, (_, id) => id);
  const dir = await writeExportFolder({
    "votes.csv": null,
    "participants-votes.csv": `participant,${ids.join(",")}\n0,${ids.map(() => 1).join(",")}\n`,
  });
  const reading = await readPolisExport(dir);
  for await (const _batch of reading.readStatements());
  for await (const _batch of reading.readParticipants());
  const sizes: number[] = [];
  for await (const batch of reading.readVotes()) sizes.push(batch.length);
  expect(sizes.reduce((sum, size) => sum + size)).toBe(12_000);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(5_000);
});
