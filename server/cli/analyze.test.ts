import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { analyze } from "@/lib/math/analyze";
import {
  type Reference,
  readReferenceConversation,
} from "@/lib/math/testing/reference-conversation";
import type { Analysis } from "@/lib/schemas/analysis";
import { referenceConversations, referenceDir } from "../testing/reference";
import { run } from "./analyze";
import { UsageError } from "./usage-error";

const dir = referenceDir();

async function analyzeFolder(
  ...args: string[]
): Promise<{ analysis: Analysis; notices: string[] }> {
  const printed: unknown[] = [];
  const notices: string[] = [];
  await run(args, {
    stdout: (json) => printed.push(json),
    notice: (message) => notices.push(message),
  });
  expect(printed).toHaveLength(1);
  return { analysis: JSON.parse(JSON.stringify(printed[0])), notices };
}

/** What must equal the reference exactly: k, who is together, which statements in which order. */
function outline({ k, membership, groups, consensus }: Analysis) {
  return {
    k,
    membership,
    representative: Object.fromEntries(
      groups.map(({ id, representative }) => [
        id,
        representative.map(({ statement, value }) => [statement, value]),
      ]),
    ),
    agree: consensus.agree.map(({ statement }) => statement),
    disagree: consensus.disagree.map(({ statement }) => statement),
  };
}

function expected(from: Reference["port" | "onPublishedGroups"]) {
  return {
    representative: Object.fromEntries(
      Object.entries(from.repness).map(([group, items]) => [
        group,
        items.map((item) => [item.tid, item["repful-for"] === "agree" ? 1 : -1]),
      ]),
    ),
    agree: from.consensus.agree.map(({ tid }) => tid),
    disagree: from.consensus.disagree.map(({ tid }) => tid),
  };
}

describe.skipIf(dir === null).each(referenceConversations)("%s", (name) => {
  const folder = join(dir ?? "", "data/polis", name);
  let reference: Reference;
  beforeAll(() => {
    reference = readReferenceConversation(dir ?? "", name).reference;
  });

  test("prints the groups and statements of the reference", async () => {
    const { analysis } = await analyzeFolder(folder, "--profile", "polis");
    const { port } = reference;
    expect(outline(analysis)).toEqual({ k: port.k, membership: port.groups, ...expected(port) });
    expect(analysis.participants).toBe(reference.participantOrder.length);
    expect(analysis.statementsVoted).toBe(reference.statementOrder.length);
    expect(analysis.moderatedOut).toEqual(reference.modOut);
  });

  test("describes given groups instead", async () => {
    const matrix = join(folder, "participants-votes.csv");
    const { analysis } = await analyzeFolder(folder, "--profile", "polis", "--groups", matrix);
    const { groups } = reference.published;
    expect(outline(analysis)).toEqual({
      k: new Set(Object.values(groups)).size,
      membership: groups,
      ...expected(reference.onPublishedGroups),
    });
  });
});

describe.skipIf(dir === null).each(referenceConversations)("%s by default", (name) => {
  test("prints what profile plenum makes of it", async () => {
    const folder = join(dir ?? "", "data/polis", name);
    const { analysis } = await analyzeFolder(folder);
    const { votes, statements } = readReferenceConversation(dir ?? "", name);
    const expected = analyze({ votes, statements, profile: "plenum" });
    // What is known of statements without votes is in one of the two folders only.
    expect({ ...analysis, statements: 0 }).toEqual(
      JSON.parse(JSON.stringify({ ...expected, statements: 0 })),
    );
    expect(analysis.algorithm.profile).toBe("plenum");
    expect(analysis.approximate).toBe(false);
  }, 120_000);
});

test.each([
  { sample: "analysis.sample.json", options: [] },
  { sample: "analysis.polis.sample.json", options: ["--profile", "polis"] },
])("prints $sample for the documented export", async ({ sample, options }) => {
  const { analysis } = await analyzeFolder("docs/sample-export", ...options);
  expect(analysis).toEqual(JSON.parse(await readFile(join("docs", sample), "utf8")));
});

describe("a small folder", () => {
  let folder = "";
  const file = (name: string, text: string) => writeFile(join(folder, name), text);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "plenum-analyze-"));
    await file("summary.csv", "topic,Parking\n");
    await file(
      "comments.csv",
      "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n" +
        "1500000000000,,0,1,2,1,1,More parking\n1500000000000,,1,1,1,2,1,Less parking\n",
    );
    await file(
      "votes.csv",
      "timestamp,datetime,comment-id,voter-id,vote\n" +
        "1500000001000,,0,1,1\n1500000002000,,1,1,-1\n1500000003000,,0,2,1\n" +
        "1500000004000,,1,2,-1\n1500000005000,,0,3,-1\n1500000006000,,1,3,1\n",
    );
    await file(
      "participants-votes.csv",
      "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1\n" +
        "1,,2,2,1,1,1,-1\n2,,0,2,1,1,1,-1\n3,,0,2,1,1,-1,1\n",
    );
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("tells who is together by a groups file with or without a header", async () => {
    for (const header of ["group-id,participant\n5,1\n5,2\n9,3\n", "1,5\n2,5\n3,9\n"]) {
      await file("groups.csv", header);
      const { analysis } = await analyzeFolder(folder, "--groups", join(folder, "groups.csv"));
      expect(analysis.membership).toEqual({ "1": 5, "2": 5, "3": 9 });
      expect(analysis.groups.map(({ id, letter }) => [id, letter])).toEqual([
        [5, "A"],
        [9, "B"],
      ]);
      expect(analysis.groups[0]?.representative[0]).toMatchObject({ statement: 0, value: 1 });
    }
  });

  test("says which participants of the groups file have no vote", async () => {
    await file("groups.csv", "participant,group-id\n1,0\n7,1\n3,\n");
    const { analysis, notices } = await analyzeFolder(
      folder,
      "--groups",
      join(folder, "groups.csv"),
    );
    expect(notices).toContain("The groups file names participants without a vote: 1 (7)");
    expect(analysis.membership).toEqual({ "1": 0 });
  });

  test.each([
    ["participant,group\n1,0\n", "groups.csv, line 1: the column is missing: group-id"],
    ["participant,group-id\n1,0\n1,1\n", "groups.csv, line 3: participant 1 is there twice"],
    ["participant,group-id\n1,blue\n", "groups.csv, line 2: group-id must be a whole number"],
    ["participant,group-id\n1\n", "groups.csv, line 2: the row is truncated"],
    ["", "groups.csv: the file is empty"],
    ["participant,group-id\n7,0\n", "groups.csv: none of its participants has a vote"],
    ["participant,group-id\n", "groups.csv: none of its participants has a vote"],
  ])("refuses the groups file %j", async (text, message) => {
    await file("groups.csv", text);
    await expect(analyzeFolder(folder, "--groups", join(folder, "groups.csv"))).rejects.toThrow(
      message,
    );
  });

  test("refuses profiles it does not have, and more or less than one folder", async () => {
    await expect(analyzeFolder(folder, "--profile", "other")).rejects.toThrow(UsageError);
    await expect(analyzeFolder()).rejects.toThrow(UsageError);
    await expect(analyzeFolder(folder, folder)).rejects.toThrow(UsageError);
  });
});
