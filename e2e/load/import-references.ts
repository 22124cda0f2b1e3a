import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { referenceDir } from "@/server/testing/reference";
import type { RunningServer } from "../browser/start-server";
import { writeManyStatements } from "./write-many-statements";

const PATIENCE_MS = 300_000;

export interface ImportedConversation {
  name: string;
  slug: string;
  participants: number;
  statements: number;
}

/**
 * Imports the reference conversations one after the other, and one of so many statements under the name
 * "many"; each is analysed when it is handed over.
 */
export async function* importReferences(
  server: RunningServer,
  { folder, manyStatements }: { folder: string; manyStatements: number },
): AsyncGenerator<ImportedConversation> {
  const many = join(folder, "many");
  await writeManyStatements(many, manyStatements);
  for (const { name, dir } of [...(await listReferences()), { name: "many", dir: many }]) {
    const slug = `${name}-report`;
    const imported = await server.command(["import", dir, "--slug", slug]);
    const { participants, statements }: { participants: number; statements: number } =
      JSON.parse(imported);
    await waitForAnalysis(server, slug);
    yield { name, slug, participants, statements };
  }
}

async function listReferences() {
  const reference = referenceDir();
  if (reference === null) return [];
  const parent = join(reference, "data/polis");
  const entries = await readdir(parent, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, dir: join(parent, name) }));
}

/** The analysis of an import is on its way when the import is done. */
export async function waitForAnalysis({ url }: RunningServer, slug: string): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(250)) {
    const answer = await fetch(`${url}/api/v1/conversations/${slug}/analyses/latest`);
    await answer.arrayBuffer();
    if (answer.ok) return;
  }
  throw new Error(`There is no analysis of ${slug}.`);
}
