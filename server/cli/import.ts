import { basename } from "node:path";
import { parseArgs } from "node:util";
import { latinSlug } from "@/lib/format/latin-slug";
import { type ImportInput, importPolisExport } from "../import/polis/import-export";
import { withExportFolder } from "../import/polis/open-export";
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
      "polis-id": { type: "string" },
    },
  });
  const [path] = positionals;
  const { slug, title, "public-votes": publicVotes, "polis-id": polisId } = values;
  if (path === undefined || positionals.length !== 1) {
    throw new UsageError(
      "Usage: plenum import DIR|FILE.zip [--slug S] [--title T] [--public-votes] [--polis-id ID]",
    );
  }
  const about = { slug: slug ?? nameOf(path), title, publicVotes, polisId };
  await withExportFolder(path, (dir) => importFolder({ ...about, dir }, io));
}

async function importFolder(input: ImportInput, io: CommandIo): Promise<void> {
  // A wrong folder is said at once, before a database starts.
  await readPolisExport(input.dir);
  const instance = await openInstance();
  try {
    const context = {
      sql: instance.database.sql,
      now: () => new Date(),
      notice: io.notice,
    };
    io.stdout(await importPolisExport(context, input));
  } finally {
    await instance.close();
  }
}

/** What a zip file is unpacked into has no name of its own. */
function nameOf(path: string): string | undefined {
  if (!path.endsWith(".zip")) return undefined;
  return latinSlug(basename(path, ".zip")) ?? "imported-conversation";
}
