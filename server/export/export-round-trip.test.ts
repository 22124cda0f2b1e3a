import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toAnalysis } from "@/lib/math/computed-analysis";
import { computePolisAnalysis } from "@/lib/math/polis/analyze-polis";
import { createVoteMatrix } from "@/lib/math/votes/vote-matrix";
import { packPrevious } from "@/lib/results/pack-previous";
import { ImportError } from "@/server/import/polis/import-error";
import { importPolisExport } from "@/server/import/polis/import-export";
import { loadPolisExport } from "@/server/import/polis/load-export";
import { withExportFolder } from "@/server/import/polis/open-export";
import { startPainter } from "@/server/preview/start-painter";
import { getConversation } from "@/server/services/conversations/get";
import { contextFor } from "@/server/testing/actors";
import { openTestDatabase } from "@/server/testing/database";
import { writeExportFolder as writeFolder } from "@/server/testing/export-folder";
import { referenceConversations, referenceDir } from "@/server/testing/reference";
import { writeExportFolder } from "./write-export-folder";
import { writeExportZipFile } from "./zip/write-export-zip-file";

const database = openTestDatabase();
const painter = startPainter();
const about = { locale: "en", exportedAt: new Date("2026-05-01T12:00:00Z"), painter } as const;
const reference = referenceDir();
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plenum-round-trip-"));
});
afterAll(async () => {
  await painter.close();
  await rm(folder, { recursive: true, force: true });
});

async function importFolder(dir: string, slug: string) {
  const result = await importPolisExport(
    { sql: database.sql, now: () => new Date("2026-05-01T12:00:00Z") },
    { dir, slug },
  );
  const conversation = await getConversation(contextFor(database.db), { slug });
  return { ...result, conversation };
}

async function exportConversation(slug: string, name: string) {
  const conversation = await getConversation(contextFor(database.db), { slug });
  const dir = join(folder, name);
  const url = `https://plenum.example/c/${slug}`;
  const written = await writeExportFolder(database.sql, { ...about, conversation, url }, dir);
  return { dir, ...written };
}

/** Everything as one file, unpacked by somebody else's code. */
async function readZip(slug: string): Promise<Record<string, Uint8Array>> {
  const conversation = await getConversation(contextFor(database.db), { slug });
  const path = join(folder, `${slug}.zip`);
  const url = `https://plenum.example/c/${slug}`;
  await writeExportZipFile(database.sql, { ...about, conversation, url }, path);
  return unzipSync(await readFile(path));
}

async function readRows(dir: string, file: string): Promise<Record<string, string>[]> {
  return parse(await readFile(join(dir, file), "utf8"), { columns: true });
}

async function analyzeFolder(dir: string) {
  const { votes, statements } = await loadPolisExport(dir);
  return computePolisAnalysis({ votes: createVoteMatrix(votes), statements });
}

describe.skipIf(!reference)("real conversations", () => {
  test.each(referenceConversations)(
    "%s: what is exported and imported again has the same votes, statements and analysis",
    { timeout: 120_000 },
    async (name) => {
      const source = join(reference ?? "", "data/polis", name);
      const first = await importFolder(source, `${name}-a`);
      const { dir } = await exportConversation(first.slug, `${name}-a`);
      const second = await importFolder(dir, `${name}-b`);
      const again = await exportConversation(second.slug, `${name}-b`);

      // What Pol.is itself left open stays as it is; nothing of ours needs a repair.
      const messages = first.repairs.map(({ message }) =>
        message.replace("participants-votes", "participant-votes"),
      );
      expect(second.repairs.map(({ message }) => message).sort()).toEqual(messages.sort());
      const { repairs: _first, slug: _a, conversation: _c, polisId: _id, ...counts } = first;
      expect(second).toMatchObject(counts);
      for (const file of ["comments.csv", "votes.csv", "participant-votes.csv"]) {
        expect(await readFile(join(again.dir, file), "utf8")).toBe(
          await readFile(join(dir, file), "utf8"),
        );
      }
      expect(await analyzeFolder(again.dir)).toEqual(await analyzeFolder(source));

      const zipped = await readZip(first.slug);
      expect(Object.keys(zipped).sort()).toEqual((await readdir(dir)).sort());
      for (const [file, bytes] of Object.entries(zipped)) {
        expect([file, Buffer.compare(bytes, await readFile(join(dir, file)))]).toEqual([file, 0]);
      }
      const unpacked = withExportFolder(join(folder, `${first.slug}.zip`), analyzeFolder);
      expect(await unpacked).toEqual(await analyzeFolder(source));
    },
  );
});

/** Publishes an analysis of the folder's votes, as the server job would. */
async function publishAnalysis(conversationId: number, dir: string) {
  const computed = await analyzeFolder(dir);
  await database.sql`
    insert into analyses
      (conversation_id, version, algorithm, parameters, vote_seq, core, frame, positions)
    values (${conversationId}, 1, 'polis', '{}', 1,
      ${JSON.stringify(computed.core)}::text::jsonb,
      ${JSON.stringify(computed.frame)}::text::jsonb,
      ${packPrevious(computed.rows)})`;
  return toAnalysis(computed);
}

test.skipIf(!reference)(
  "groups are those of the newest analysis, counted from the rows",
  { timeout: 120_000 },
  async () => {
    const source = join(reference ?? "", "data/polis/vtaiwan.uberx");
    const { slug, conversation } = await importFolder(source, "grouped");
    const analysis = await publishAnalysis(conversation.id, source);
    const { dir } = await exportConversation(slug, "grouped");
    const participants = await readRows(dir, "participant-votes.csv");
    const clustered = participants.filter((row) => row["group-id"] !== "");
    expect(
      Object.fromEntries(clustered.map((row) => [row.participant, Number(row["group-id"])])),
    ).toEqual(analysis.membership);

    const statements = await readRows(dir, "comment-groups.csv");
    expect(statements).toHaveLength(197);
    for (const { id, letter } of analysis.groups) {
      const members = participants.filter((row) => row["group-id"] === String(id));
      const column = (name: string) => `group-${letter.toLowerCase()}-${name}`;
      for (const row of statements) {
        const cells = members.map((member) => member[row["comment-id"] ?? ""]);
        const count = (value: string) => cells.filter((cell) => cell === value).length;
        expect([
          row[column("votes")],
          row[column("agrees")],
          row[column("disagrees")],
          row[column("passes")],
        ]).toEqual([cells.length - count(""), count("1"), count("-1"), count("0")].map(String));
      }
    }
    expect((await loadPolisExport(dir)).repairs).toEqual([]);
  },
);

test("an export is of the newest generation, and its folder holds nothing else", async () => {
  const { slug } = await importFolder(await writeFolder(), "layout");
  const { dir, files } = await exportConversation(slug, "layout");
  expect(files.map(({ name }) => name).sort()).toEqual((await readdir(dir)).sort());
  expect(await readFile(join(dir, "comments.csv"), "utf8")).toBe(
    "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,importance,comment-body,is-meta,is-seed\n" +
      "1500000000000,Fri Jul 14 2017 02:40:00 GMT+0000 (Coordinated Universal Time),0,0,2,0,1,0,Plant trees.,false,false\n" +
      '1500000001000,Fri Jul 14 2017 02:40:01 GMT+0000 (Coordinated Universal Time),1,0,1,1,-1,0,"Close the road, please.",false,false\n',
  );
  expect(await readFile(join(dir, "votes.csv"), "utf8")).toBe(
    "timestamp,datetime,comment-id,voter-id,vote,important\n" +
      "1500000002000,Fri Jul 14 2017 02:40:02 GMT+0000 (Coordinated Universal Time),0,0,1,0\n" +
      "1500000003000,Fri Jul 14 2017 02:40:03 GMT+0000 (Coordinated Universal Time),0,1,1,0\n" +
      "1500000004000,Fri Jul 14 2017 02:40:04 GMT+0000 (Coordinated Universal Time),1,0,1,0\n" +
      "1500000005000,Fri Jul 14 2017 02:40:05 GMT+0000 (Coordinated Universal Time),1,1,-1,0\n",
  );
  expect(await readFile(join(dir, "participant-votes.csv"), "utf8")).toBe(
    "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1\n0,,2,2,2,0,1,1\n1,,0,2,1,1,1,-1\n",
  );
  expect(await readFile(join(dir, "participant-importance.csv"), "utf8")).toBe(
    "participant,group-id,n-comments,n-votes,n-important,0,1\n0,,2,2,0,0,0\n1,,0,2,0,0,0\n",
  );
  expect(await readFile(join(dir, "summary.csv"), "utf8")).toBe(
    "topic,Town hall\nurl,https://plenum.example/c/layout\nvoters,2\nvoters-in-conv,0\n" +
      'commenters,1\ncomments,2\ngroups,0\nconversation-description,"What, then?"\n' +
      "vote-convention,agree=+1;disagree=-1;pass=0;format=polis-export/1\n",
  );
  expect(await readFile(join(dir, "comment-groups.csv"), "utf8")).toBe(
    "comment-id,comment,total-votes,total-agrees,total-disagrees,total-passes\n" +
      '0,Plant trees.,2,2,0,0\n1,"Close the road, please.",2,1,1,0\n',
  );
});

test("votes that were withdrawn or cast by excluded participants are left out, order stays", async () => {
  const { slug, conversation } = await importFolder(await writeFolder(), "withdrawn");
  const { id } = conversation;
  await database.sql`
    insert into participants (conversation_id, id, excluded_at) values (${id}, 2, now())`;
  // 0 changes a vote, by a clock that is late; 1 withdraws one; 2 is excluded.
  const changes = [
    [0, 0, -1, 1500000001000],
    [1, 1, null, 1500000006000],
    [2, 0, 1, 1500000007000],
  ] as const;
  for (const [index, [participant, statement, value, atMs]] of changes.entries()) {
    const at = new Date(atMs).toISOString();
    await database.sql`
      insert into votes (conversation_id, vote_seq, participant_id, statement_id, value, at)
      values (${id}, ${5 + index}, ${participant}, ${statement}, ${value}, ${at})`;
    await database.sql`
      insert into current_votes (conversation_id, participant_id, statement_id, value, vote_seq, at)
      values (${id}, ${participant}, ${statement}, ${value}, ${5 + index}, ${at})
      on conflict (conversation_id, participant_id, statement_id)
      do update set value = excluded.value, vote_seq = excluded.vote_seq`;
  }
  const { dir } = await exportConversation(slug, "withdrawn");
  const votes = await readRows(dir, "votes.csv");
  expect(votes.map((row) => [row["voter-id"], row["comment-id"], row.vote, row.timestamp])).toEqual(
    [
      ["0", "0", "1", "1500000002000"],
      ["1", "0", "1", "1500000003000"],
      ["0", "1", "1", "1500000004000"],
      ["0", "0", "-1", "1500000004000"],
    ],
  );
  expect(await readRows(dir, "participant-votes.csv")).toMatchObject([
    { participant: "0", "0": "-1", "1": "1" },
    { participant: "1", "0": "1", "1": "" },
  ]);
  expect(await readRows(dir, "comments.csv")).toMatchObject([
    { "comment-id": "0", agrees: "1", disagrees: "1" },
    { "comment-id": "1", agrees: "1", disagrees: "0" },
  ]);
  const { votes: current } = await loadPolisExport(dir);
  expect([...current.value]).toEqual([-1, 1, 1]);
});

test("a seed statement without an author gets a number that no participant has, and loses it again", async () => {
  const comments =
    "timestamp,comment-id,author-id,moderated,is-meta,is-seed,comment-body\n" +
    "1500000000000,0,99,1,false,true,From the town hall\n1500000000000,1,0,1,true,false,I am young\n";
  const first = await importFolder(await writeFolder({ "comments.csv": comments }), "seeds");
  const { dir } = await exportConversation(first.slug, "seeds");
  expect(await readRows(dir, "comments.csv")).toMatchObject([
    { "author-id": "2", "is-seed": "true", "is-meta": "false" },
    { "author-id": "0", "is-seed": "false", "is-meta": "true" },
  ]);
  const second = await importFolder(dir, "seeds-again");
  const authors = await database.sql`
    select author_id from statements where conversation_id = ${second.conversation.id} order by id`;
  expect(authors.map((row) => row.author_id)).toEqual([null, 0]);
  const [queue] = await database.sql`
    select next_participant_id from analysis_queue
    where conversation_id = ${second.conversation.id}`;
  expect(queue?.next_participant_id).toBe(2);
});

test("a folder that holds something is refused and left as it is", async () => {
  const { slug } = await importFolder(await writeFolder(), "refused");
  await exportConversation(slug, "refused");
  const before = await readdir(folder);
  await expect(exportConversation(slug, "refused")).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await readdir(folder)).toEqual(before);
});

test("a zip file that is none is refused, and nothing of it stays", async () => {
  const path = join(folder, "broken.zip");
  await writeFile(path, "PK\u0003\u0004 and nothing behind it");
  const before = (await readdir(tmpdir())).filter((name) => name.startsWith("plenum-import-"));
  await expect(withExportFolder(path, analyzeFolder)).rejects.toThrow(ImportError);
  const after = (await readdir(tmpdir())).filter((name) => name.startsWith("plenum-import-"));
  expect(after).toEqual(before);
});
