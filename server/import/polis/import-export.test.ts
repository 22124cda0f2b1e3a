import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { openTestDatabase } from "@/server/testing/database";
import { soundExport, writeExportFolder } from "@/server/testing/export-folder";
import { referenceConversations, referenceDir } from "@/server/testing/reference";
import { importPolisExport } from "./import-export";
import { loadPolisExport } from "./load-export";

const database = openTestDatabase();
const now = new Date("2026-05-01T12:00:00Z");
const reference = referenceDir();
let counter = 0;
let slug = "";

beforeEach(() => {
  counter += 1;
  slug = `imported-${counter}`;
});

async function importFolder(
  dir: string,
  input: { slug?: string; title?: string; polisId?: string } = {},
  notice?: (message: string) => void,
): ReturnType<typeof importPolisExport> {
  return importPolisExport({ sql: database.sql, now: () => now, notice }, { dir, slug, ...input });
}

async function countEverything() {
  const [counts] = await database.sql`
    select (select count(*)::int from conversations) as conversations,
      (select count(*)::int from statements) as statements,
      (select count(*)::int from participants) as participants,
      (select count(*)::int from votes) as votes,
      (select count(*)::int from current_votes) as current_votes,
      (select count(*)::int from analysis_queue) as analysis_queue,
      (select count(*)::int from audit_events) as audit_events`;
  return counts;
}

test("a conversation is made of an export, open and due", async () => {
  const result = await importFolder(await writeExportFolder());
  expect(result).toEqual({
    slug,
    title: "Town hall",
    polisId: null,
    participants: 2,
    statements: 2,
    statementsVoted: 2,
    votes: 4,
    votesInHistory: 4,
    repairs: [],
  });
  const [conversation] = await database.sql`
    select title, description, state, settings ->> 'moderation' as moderation,
      settings ->> 'resultsVisibility' as visibility,
      vote_seq, next_participant_id, next_statement_id, due_at is not null as is_due
    from conversations join analysis_queue on conversation_id = id where slug = ${slug}`;
  expect(conversation).toEqual({
    title: "Town hall",
    description: "What, then?",
    state: "open",
    moderation: "strict",
    visibility: "always",
    vote_seq: 4,
    next_participant_id: 2,
    next_statement_id: 2,
    is_due: true,
  });
  const audit = await database.sql`
    select action, details ->> 'votes' as votes from audit_events
    where details ->> 'slug' = ${slug}`;
  expect(audit).toEqual([{ action: "conversation.import", votes: "4" }]);
});

test("a conversation opened when the first thing happened in it, not when it was imported", async () => {
  await importFolder(
    await writeExportFolder({
      "comments.csv":
        "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n" +
        "1500000000500,x,0,0,1,0,1,First.\n1500000000900,x,1,0,1,0,1,Second.\n",
    }),
  );
  const [conversation] = await database.sql`
    select (extract(epoch from opens_at) * 1000)::float8 as opened_ms
    from conversations where slug = ${slug}`;
  expect(conversation).toEqual({ opened_ms: 1_500_000_000_500 });
});

test("the history is numbered by time, and the last vote of each cell is the current one", async () => {
  await importFolder(
    await writeExportFolder({
      "votes.csv":
        "timestamp,datetime,comment-id,voter-id,vote,important\n" +
        "1500000009000,x,0,0,-1,0\n1500000002000,x,0,0,1,0\n1500000003000,x,1,0,0,0\n" +
        "1500000003000,x,1,0,-1,1\n1500000001000,x,1,1,1,0\n",
    }),
  );
  const history = await database.sql`
    select vote_seq, participant_id, statement_id, value,
      (extract(epoch from at) * 1000)::float8 as at
    from votes join conversations on id = conversation_id where slug = ${slug} order by vote_seq`;
  expect(history.map((row) => Object.values(row))).toEqual([
    [1, 1, 1, 1, 1500000001000],
    [2, 0, 0, 1, 1500000002000],
    [3, 0, 1, 0, 1500000003000],
    [4, 0, 1, -1, 1500000003000],
    [5, 0, 0, -1, 1500000009000],
  ]);
  const current = await database.sql`
    select participant_id, statement_id, value, important, vote_seq
    from current_votes join conversations on id = conversation_id
    where slug = ${slug} order by 1, 2`;
  expect(current.map((row) => Object.values(row))).toEqual([
    [0, 0, -1, false, 5],
    [0, 1, -1, true, 4],
    [1, 1, 1, false, 1],
  ]);
});

test("statements keep text, author, moderation and flags, whatever characters they hold", async () => {
  const text = 'Tab\there, \\N backslash,\n"quotes", 車載客 and 🌳';
  await importFolder(
    await writeExportFolder({
      "comments.csv":
        "timestamp,comment-id,author-id,moderated,is-meta,is-seed,comment-body\n" +
        `1500000000000,0,1,0,true,false,"${text.replaceAll('"', '""')}"\n` +
        "1500000001000,7,9,-1,false,true,By the facilitator.\n",
      "participants-votes.csv": `${soundExport["participants-votes.csv"]?.replace(
        "participant,",
        "participant,xid,",
      )}`.replaceAll(/\n(\d)/g, "\n$1,host-$1"),
    }),
  );
  const statements = await database.sql`
    select s.id, text, author_id, moderation, is_metadata, is_seed
    from statements s join conversations c on c.id = s.conversation_id
    where slug = ${slug} order by s.id`;
  expect(statements.map((row) => Object.values(row))).toEqual([
    [0, text, 1, "pending", true, false],
    [1, "[1: no text in the export]", null, "pending", false, false],
    [7, "By the facilitator.", null, "rejected", false, true],
  ]);
  const participants = await database.sql`
    select p.id, xid, token_hash from participants p join conversations c on c.id = conversation_id
    where slug = ${slug} order by p.id`;
  expect(participants.map((row) => Object.values(row))).toEqual([
    [0, "host-0", null],
    [1, "host-1", null],
  ]);
  const [queue] = await database.sql`
    select next_statement_id, next_participant_id, settings ->> 'moderation' as moderation
    from analysis_queue join conversations on id = conversation_id where slug = ${slug}`;
  expect(queue).toEqual({ next_statement_id: 8, next_participant_id: 2, moderation: "lenient" });
});

describe("the slug", () => {
  test("that is taken is refused, and nothing changes", async () => {
    await importFolder(await writeExportFolder());
    const before = await countEverything();
    await expect(importFolder(await writeExportFolder())).rejects.toMatchObject({
      code: "CONFLICT",
      message: `There is a conversation ${slug} already; choose another slug.`,
    });
    expect(await countEverything()).toEqual(before);
  });

  test("that cannot be one is refused", async () => {
    const dir = await writeExportFolder();
    await expect(importFolder(dir, { slug: "Not a slug" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });

  test("follows from the folder's name when none is given", async () => {
    const dir = await writeExportFolder();
    const result = await importFolder(dir, { slug: undefined, title: "Mine" });
    expect(result.title).toBe("Mine");
    expect(dir.toLowerCase()).toContain(result.slug);
  });
});

test.each([
  [
    "the last row of votes.csv",
    { "votes.csv": `${soundExport["votes.csv"]}1500000000000,x,0,0,5\n` },
  ],
  ["a statement", { "comments.csv": `${soundExport["comments.csv"]}x,x,2,0,0,0,1,Two\n` }],
  ["the matrix", { "participants-votes.csv": `${soundExport["participants-votes.csv"]}2,` }],
])("an error in %s leaves nothing behind", async (_name, changes) => {
  const before = await countEverything();
  await expect(importFolder(await writeExportFolder(changes))).rejects.toMatchObject({
    name: "ImportError",
  });
  expect(await countEverything()).toEqual(before);
  // The connection that carried the failed COPY must still be of use.
  expect((await importFolder(await writeExportFolder())).votes).toBe(4);
});

describe.skipIf(!reference)("real exports", () => {
  test.each(referenceConversations)("%s", { timeout: 120_000 }, async (name) => {
    const dir = join(reference ?? "", "data/polis", name);
    const fixture = JSON.parse(
      await readFile(join(reference ?? "", "fixtures", `${name}.json`), "utf8"),
    );
    const result = await importFolder(dir);
    expect(result).toMatchObject({
      participants: fixture.nParticipants,
      statementsVoted: fixture.nStatements,
      votes: fixture.nVotes,
    });
    const { votes } = await loadPolisExport(dir);
    const rows = await database.sql`
      select participant_id as participant, statement_id as statement, value
      from current_votes join conversations on id = conversation_id
      where slug = ${slug} order by 1, 2`;
    expect(Int32Array.from(rows, (row) => row.participant)).toEqual(votes.participant);
    expect(Int32Array.from(rows, (row) => row.statement)).toEqual(votes.statement);
    expect(Int8Array.from(rows, (row) => row.value)).toEqual(votes.value);
  });
});

describe("the id on Pol.is", () => {
  const exportOf = (id: string) =>
    writeExportFolder({ "summary.csv": `topic,Town hall\nurl,https://pol.is/${id}\n` });

  test("is taken over from the address in the export, once", async () => {
    const dir = await exportOf("7first2come");
    expect((await importFolder(dir)).polisId).toBe("7first2come");
    const notices: string[] = [];
    const again = await importFolder(dir, { slug: `${slug}-again` }, (text) => notices.push(text));
    expect(again.polisId).toBeNull();
    expect(notices.join()).toContain(`7first2come lead to the conversation ${slug} already`);
  });

  test("may be named, and is refused where another conversation has it", async () => {
    const dir = await exportOf("7named3by");
    expect((await importFolder(dir, { polisId: "8other" })).polisId).toBe("8other");
    const before = await countEverything();
    const taken = importFolder(dir, { slug: `${slug}-again`, polisId: "8other" });
    await expect(taken).rejects.toMatchObject({ reason: "polis-id-taken" });
    const invalid = importFolder(dir, { slug: `${slug}-again`, polisId: "town-hall" });
    await expect(invalid).rejects.toMatchObject({ reason: "polis-id-invalid" });
    expect(await countEverything()).toEqual(before);
  });

  test("goes to one of those who ask at once", async () => {
    const dir = await exportOf("7at7once");
    const made = await Promise.all(
      [1, 2, 3, 4].map((which) => importFolder(dir, { slug: `${slug}-${which}` })),
    );
    expect(made.map(({ polisId }) => polisId).filter(Boolean)).toEqual(["7at7once"]);
  });
});
