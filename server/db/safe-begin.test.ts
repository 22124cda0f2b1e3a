import { connect, createServer, type Server, type Socket } from "node:net";
import { sql as query } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase } from "@/server/testing/database";
import { type DatabaseClient, openDatabase } from "./client";

const database = openTestDatabase();
const sockets = new Set<Socket>();
let wire: Server;
let client: DatabaseClient;

/** Stands between client and server, so that a test can cut the wire. */
beforeAll(async () => {
  const target = new URL(database.url);
  const port = Number(target.port);
  wire = createServer((near) => {
    const far = connect(port, target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => {}); // it is cut on purpose
      socket.on("close", () => sockets.delete(socket));
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => wire.listen(0, "127.0.0.1", resolve));
  const address = wire.address();
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  target.port = String(address.port);
  client = openDatabase(target.href, { max: 2 });
});

afterAll(async () => {
  await client.close();
  for (const socket of sockets) socket.destroy();
  wire.close();
});

function cutTheWire(): void {
  for (const socket of sockets) socket.destroy();
}

test("a transaction whose connection is lost fails, and the pool goes on", async () => {
  for (let round = 0; round < 20; round += 1) {
    const work = client.sql.begin(async (tx) => {
      await tx`select 1`;
      const slow = tx`select pg_sleep(10)`;
      setTimeout(cutTheWire, round);
      await slow;
    });
    await expect(work).rejects.toMatchObject({ code: expect.stringMatching(/^E?CONN/) });
    expect(await client.sql`select 1 as one`).toEqual([{ one: 1 }]);
  }
});

test("work that goes on after the loss cannot write outside its transaction", async () => {
  await client.sql`create table written (id int)`;
  let goOn: () => void = () => {};
  const pause = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let late: Promise<unknown> = Promise.resolve();
  const work = client.sql.begin(async (tx) => {
    await tx`select 1`;
    cutTheWire();
    late = pause.then(() => tx`insert into written values (1)`);
    await late;
  });
  await expect(work).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
  goOn();
  await expect(late).rejects.toThrow("The transaction is over");
  expect(await client.sql`select * from written`).toEqual([]);
});

test("drizzle's transactions are safe in the same way, and still roll back and commit", async () => {
  await client.sql`create table kept (id int)`;
  const failing = client.db.transaction(async (tx) => {
    await tx.execute(query`insert into kept values (1)`);
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  const cut = client.db.transaction(async (tx) => {
    await tx.execute(query`insert into kept values (2)`);
    setImmediate(cutTheWire);
    await tx.execute(query`select pg_sleep(10)`);
  });
  await expect(cut).rejects.toThrow();
  await client.db.transaction((tx) => tx.execute(query`insert into kept values (3)`));
  expect(await client.sql`select id from kept`).toEqual([{ id: 3 }]);
});

test("a transaction reads committed rows whatever the database's own default is", async () => {
  const url = new URL(database.url);
  const name = url.pathname.slice(1);
  await database.sql.unsafe(
    `alter database "${name}" set default_transaction_isolation = 'repeatable read'`,
  );
  const other = openDatabase(database.url, { max: 1 });
  try {
    const raw = await other.sql.begin((tx) => tx`show transaction_isolation`);
    const drizzled = await other.db.transaction((tx) =>
      tx.execute(query`show transaction_isolation`),
    );
    const snapshot = await other.sql.begin("isolation level repeatable read", (tx) => {
      return tx`show transaction_isolation`;
    });
    expect([raw[0], drizzled[0], snapshot[0]]).toEqual([
      { transaction_isolation: "read committed" },
      { transaction_isolation: "read committed" },
      { transaction_isolation: "repeatable read" },
    ]);
  } finally {
    await other.close();
    await database.sql.unsafe(`alter database "${name}" reset default_transaction_isolation`);
  }
});
