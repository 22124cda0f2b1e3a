import { copyFile, cp, mkdtemp, open, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deriveSecrets } from "@/server/auth/secrets";
import { openDatabase, type Sql } from "@/server/db/client";
import { migrateDatabase } from "@/server/db/migrate";
import { listTables } from "@/server/db/queries/catalog";
import { insertTestUser } from "@/server/testing/actors";
import { castVotesNow } from "@/server/testing/cast-raw-votes";
import { createTestConversation } from "@/server/testing/conversation";
import { openTestDatabase } from "@/server/testing/database";
import { publishCounted } from "@/server/testing/publish-counted";
import {
  findSystemPostgres,
  type SystemPostgres,
  startSystemPostgres,
} from "@/server/testing/system-postgres";
import { createBackup } from "./create-backup";
import { restoreBackup } from "./restore-backup";

const { fingerprint } = deriveSecrets("the secret of the instance that is backed up");
const source = openTestDatabase();
const target = openTestDatabase();
const other = openTestDatabase();
const systemBinaries = await findSystemPostgres();

let folder: string;
let file: string;
let conversationId: number;
let system: SystemPostgres | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plenum-backup-"));
  file = join(folder, "instance.backup");
  await fillInstance();
  await createBackup({ url: source.url, file });
});
afterAll(async () => {
  await system?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Rows in every table that has a way to break: text with every separator, null, bytes, jsonb. */
async function fillInstance(): Promise<void> {
  const { sql, db } = source;
  await sql`insert into instance_facts values ('secret-fingerprint', ${fingerprint})`;
  const conversation = await createTestConversation(db, { statements: 3 });
  conversationId = conversation.id;
  await insertTestUser(db, { membership: { conversationId, role: "moderator" } });
  await sql`
    update statements set text = ${"tab\t line\n return\r back\\slash \\. \\N 公共 討論 😀"}
    where conversation_id = ${conversationId} and id = 0`;
  await sql`
    insert into audit_events (conversation_id, action, details, at)
    select ${conversationId}, 'test', jsonb_build_object('n', n, 'text', E'\\t"\\\\'), now() - n * interval '1 hour'
    from generate_series(1, 20) n`;
  await castVotesNow(sql, conversationId, [
    [0, 0, 1],
    [0, 1, -1],
    [1, 0, null],
  ]);
  await publishCounted(source, conversationId, 1);
  await sql`update analyses set positions = ${Buffer.from([0, 1, 10, 92, 255])}`;
}

async function readRows(sql: Sql): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {};
  for (const { name, columns } of await listTables(sql)) {
    const found = await sql<{ row: string }[]>`
      select row(${sql(columns)})::text as row from ${sql(name)} order by 1`;
    rows[name] = found.map(({ row }) => row);
  }
  return rows;
}

const restoreInto = (url: string, from = file, secretFingerprint = fingerprint) =>
  restoreBackup({ url, file: from, secretFingerprint });

test("what is restored equals what was backed up, and goes on counting", async () => {
  const before = await readRows(source.sql);
  expect(Object.values(before).filter((rows) => rows.length > 0).length).toBeGreaterThan(9);
  await target.sql`insert into instance_facts values ('secret-fingerprint', 'of a first start')`;
  const report = await restoreInto(target.url);
  expect(report.rows).toMatchObject({ votes: 3, audit_events: 20, conversations: 1 });
  expect(await readRows(target.sql)).toEqual(before);

  const next = await createTestConversation(target.db);
  expect(next.id).toBeGreaterThan(conversationId);
  const [event] = await target.sql`
    insert into audit_events (action) values ('after') returning id`;
  expect(event?.id).toBeGreaterThan(20);
});

test("an instance that is not empty is refused and stays as it is", async () => {
  const before = await readRows(source.sql);
  await expect(restoreInto(source.url)).rejects.toThrow(/not empty: there are rows in/);
  expect(await readRows(source.sql)).toEqual(before);
});

test("another secret is refused, and the message says what to bring", async () => {
  await expect(restoreInto(other.url, file, "of another secret")).rejects.toThrow(/PLENUM_SECRET/);
});

test.each<[string, (bytes: Buffer) => Buffer, RegExp]>([
  ["cut short in the middle", (bytes) => bytes.subarray(0, bytes.length >> 1), /cut short/],
  ["cut short by one byte", (bytes) => bytes.subarray(0, -1), /cut short/],
  ["empty", () => Buffer.alloc(0), /cut short|no backup/],
  ["some text", () => Buffer.from("SELECT 1;\n".repeat(100)), /no backup of Plenum/],
  ["some other gzip", () => gzipSync("hello\n".repeat(100)), /no backup of Plenum/],
  ["JSON of something else", () => gzipSync('{"format":"other"}\n'), /no backup of Plenum/],
  ["without its end", (bytes) => gzipSync(withoutLastLine(gunzipSync(bytes))), /cut short/],
  ["with something after its end", (bytes) => gzipSync(`${gunzipSync(bytes)}more\n`), /damaged/],
  ["with one letter changed", (bytes) => gzipSync(withLetterChanged(gunzipSync(bytes))), /damaged/],
  ["with one bit turned", turnBit, /damaged|cut short/],
  ["from a newer version", (bytes) => gzipSync(fromNewerVersion(gunzipSync(bytes))), /newer/],
])(
  "a file that is %s gives one clear error and leaves nothing behind",
  async (_, breakIt, message) => {
    const broken = join(folder, "broken.backup");
    await writeFile(broken, breakIt(await readFile(file)));
    const before = await readRows(other.sql);
    const error = await restoreInto(other.url, broken).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "BackupError", message: expect.stringMatching(message) });
    expect(await readRows(other.sql)).toEqual(before);
  },
);

function withoutLastLine(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.lastIndexOf(10, bytes.length - 2) + 1);
}

function withLetterChanged(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  changed.write("T", changed.indexOf("tab\\t line"));
  return changed;
}

function turnBit(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  changed[changed.length >> 1]! ^= 16;
  return changed;
}

function fromNewerVersion(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString().replace('"formatVersion":1', '"formatVersion":2'));
}

test("a missing file and a folder are named", async () => {
  await expect(restoreInto(other.url, join(folder, "none"))).rejects.toThrow(/none cannot be read/);
  await expect(restoreInto(other.url, folder)).rejects.toThrow(/cannot be read/);
});

test("rows that PostgreSQL refuses end the restore with an error", async () => {
  const twice = join(folder, "twice.backup");
  await copyFile(file, twice);
  await other.sql`alter table audit_events add constraint none_fits check (id < 0)`;
  await expect(restoreInto(other.url, twice)).rejects.toThrow(/refused rows of "audit_events"/);
  await other.sql`alter table audit_events drop constraint none_fits`;
  expect(await other.sql`select 1 from users`).toHaveLength(0);
});

test("a backup that fails leaves the old file and no other", async () => {
  const inTheWay = join(folder, "kept.backup");
  await writeFile(inTheWay, "the last good one");
  const nowhere = source.url.replace(/\/[^/]+$/, "/no_such_database");
  await expect(createBackup({ url: nowhere, file: inTheWay })).rejects.toThrow(/no_such_database/);
  expect(await readFile(inTheWay, "utf8")).toBe("the last good one");
  expect((await readdir(folder)).filter((name) => name.includes("partial"))).toEqual([]);
});

test("a backup is refused where no file can be", async () => {
  const nowhere = join(folder, "nowhere", "instance.backup");
  await expect(createBackup({ url: source.url, file: nowhere })).rejects.toMatchObject({
    name: "BackupError",
    message: `${nowhere} cannot be written (ENOENT).`,
  });
  await expect(createBackup({ url: source.url, file: folder })).rejects.toMatchObject({
    name: "BackupError",
    message: `${folder} is there, and it is no file.`,
  });
});

test("what a killed backup left behind stops no later one", async () => {
  const again = join(folder, "again.backup");
  const leftBehind = `${again}.${process.pid}.partial`;
  await writeFile(leftBehind, "");
  await createBackup({ url: source.url, file: again });
  await Promise.all([rm(again), rm(leftBehind)]);
});

test("a server that ends idle transactions does not end the one that holds the snapshot", async () => {
  const name = new URL(source.url).pathname.slice(1);
  await source.sql`
    insert into audit_events (action, details) select 'much', jsonb_build_object('n', n)
    from generate_series(1, 150000) n`;
  await source.sql.unsafe(
    `alter database "${name}" set idle_in_transaction_session_timeout = '200ms'`,
  );
  try {
    const { rows } = await createBackup({ url: source.url, file: join(folder, "patient.backup") });
    expect(rows.votes).toBe(3);
  } finally {
    await source.sql.unsafe(`alter database "${name}" reset idle_in_transaction_session_timeout`);
    await source.sql`delete from audit_events where action = 'much'`;
  }
});

test("a backup of an older version is brought up to date", async () => {
  const migrations = join(folder, "migrations");
  await cp("drizzle", migrations, { recursive: true });
  const journalPath = join(migrations, "meta", "_journal.json");
  const journal = JSON.parse(await readFile(journalPath, "utf8"));
  const first = { ...journal, entries: journal.entries.slice(0, 1) };
  await writeFile(journalPath, JSON.stringify(first));
  await source.sql`create database plenum_older`;
  const url = source.url.replace(/\/[^/]+$/, "/plenum_older");
  await migrateDatabase(url, migrations);
  const older = openDatabase(url);
  await older.sql`
    insert into conversations (slug, title, settings) values ('older', 'An older one', '{}')`;
  await older.sql`
    insert into analyses (conversation_id, version, algorithm, parameters, vote_seq, core, frame)
    values (1, 1, 'polis 1', '{}', 0, '{}', '{}')`;
  await older.sql`insert into statements (conversation_id, id, text) values (1, 0, 'Aß 樹')`;
  await older.close();
  const oldFile = join(folder, "older.backup");
  await createBackup({ url, file: oldFile });
  await source.sql`create database plenum_upgraded template plenum_template`;
  const upgradedUrl = source.url.replace(/\/[^/]+$/, "/plenum_upgraded");
  await restoreInto(upgradedUrl, oldFile);
  const upgraded = openDatabase(upgradedUrl);
  expect(await upgraded.sql`select moderation_seq from analyses`).toEqual([{ moderation_seq: 0 }]);
  const [statement] = await upgraded.sql<{ bigrams: string[] }[]>`select bigrams from statements`;
  expect(statement?.bigrams.sort()).toEqual(["1: a", "1: 樹", "1:aß", "1:ß ", "1:樹", "1:樹 "]);
  expect(await listTables(upgraded.sql)).toEqual(await listTables(source.sql));
  await upgraded.close();
});

test("only its owner may read it", async () => {
  const handle = await open(file);
  expect((await handle.stat()).mode & 0o077).toBe(0);
  await handle.close();
});

test.skipIf(!systemBinaries)(
  "it goes to the machine's own PostgreSQL and back, while votes are being cast",
  async () => {
    system = await startSystemPostgres(systemBinaries!);
    const url = await system.createDatabase("plenum");
    await migrateDatabase(url);
    const busy = await createTestConversation(source.db, { statements: 50 });
    const castOne = (cell: number) =>
      castVotesNow(source.sql, busy.id, [[Math.floor(cell / 50), cell % 50, 1]]);
    for (let cell = 0; cell < 50; cell += 1) await castOne(cell);
    let isVoting = true;
    const voting = (async () => {
      for (let cell = 50; isVoting; cell += 1) await castOne(cell);
    })();
    const there = join(folder, "there.backup");
    await createBackup({ url: source.url, file: there });
    isVoting = false;
    await voting;
    await restoreInto(url, there);
    const old = openDatabase(url);
    const restored = await readRows(old.sql);
    // One moment: the counter, the history and the current votes agree.
    const [moment] = await old.sql`
      select vote_seq as counter,
        (select count(*) from votes where conversation_id = ${busy.id}) as history,
        (select count(*) from current_votes where conversation_id = ${busy.id}) as current
      from analysis_queue where conversation_id = ${busy.id}`;
    expect(moment).toEqual({
      counter: moment?.counter,
      history: moment?.counter,
      current: moment?.counter,
    });
    expect(moment?.counter).toBeGreaterThanOrEqual(50);
    const back = join(folder, "back.backup");
    await createBackup({ url, file: back });
    await old.close();
    await restoreInto(other.url, back);
    expect(await readRows(other.sql)).toEqual(restored);
  },
);
