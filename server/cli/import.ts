import { parseArgs } from "node:util";
import { importPolisExport } from "../import/polis/import-export";
import { readPolisExport } from "../import/polis/read-export";
import { openInstance } from "../process/instance";
import type { CommandIo } from "./command";
import { UsageError } from "./usage-error";

export async function run(args: string[], io: CommandIo): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      slug: { type: "string" },
      title: { type: "string" },
      "public-votes": { type: "boolean" },
    },
  });
  const [dir] = positionals;
  const { slug, title, "public-votes": publicVotes } = values;
  if (dir === undefined || positionals.length !== 1) {
    throw new UsageError("Usage: plenum import DIR [--slug S] [--title T] [--public-votes]");
  }
  // A wrong folder is said at once, before a database starts.
  await readPolisExport(dir);
  const instance = await openInstance();
  try {
    const context = {
      sql: instance.database.sql,
      now: () => new Date(),
      notice: io.notice,
    };
    io.stdout(await importPolisExport(context, { dir, slug, title, publicVotes }));
  } finally {
    await instance.close();
  }
}
