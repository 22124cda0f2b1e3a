import postgres from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { type DatabaseClient, openDatabase } from "@/server/db/client";

let counter = 0;

/**
 * A database of its own for a test file, copied from the migrated template.
 * Call at the top of the file; the client is there once its tests run.
 */
export function openTestDatabase(): DatabaseClient & { url: string } {
  const holder = {} as DatabaseClient & { url: string };
  beforeAll(async () => {
    const templateUrl = inject("templateUrl");
    counter += 1;
    const name = `plenum_test_${process.pid}_${counter}`;
    const admin = postgres(templateUrl.replace(/plenum_template$/, "postgres"), {
      max: 1,
      onnotice: () => {},
    });
    await admin`create database ${admin(name)} template plenum_template`;
    await admin.end();
    const url = templateUrl.replace(/plenum_template$/, name);
    Object.assign(holder, openDatabase(url), { url });
  });
  afterAll(async () => {
    await holder.close();
  });
  return holder;
}
