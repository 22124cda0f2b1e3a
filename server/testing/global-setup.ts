import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbeddedServer } from "@/server/db/embedded/server";
import { migrateDatabase } from "@/server/db/migrate";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the template database that every worker copies. */
    templateUrl: string;
  }
}

/** One real PostgreSQL for the whole run, with a migrated template database. */
export default async function setup(project: TestProject) {
  const dataDir = await mkdtemp(join(tmpdir(), "plenum-test-"));
  // No test here pulls the plug, so durability would only cost time.
  const server = await startEmbeddedServer(dataDir, { fsync: "off", synchronous_commit: "off" });
  const admin = postgres(server.url, { max: 1, onnotice: () => {} });
  await admin`create database plenum_template`;
  await admin.end();
  const templateUrl = server.url.replace(/\/plenum$/, "/plenum_template");
  await migrateDatabase(templateUrl);
  project.provide("templateUrl", templateUrl);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
