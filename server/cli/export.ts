import { parseArgs } from "node:util";
import { writeExportFolder } from "../export/polis/write-export-folder";
import { openInstance } from "../process/instance";
import { getConversation } from "../services/conversations/get";
import type { CommandIo } from "./command";
import { UsageError } from "./usage-error";

export async function run(args: string[], io: CommandIo): Promise<void> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [slug, dir] = positionals;
  if (slug === undefined || dir === undefined || positionals.length !== 2) {
    throw new UsageError("Usage: plenum export SLUG DIR");
  }
  const instance = await openInstance();
  try {
    const { db, sql } = instance.database;
    const context = { db, actor: { kind: "operator" } as const, now: () => new Date() };
    const conversation = await getConversation(context, { slug });
    const origin = instance.env.publicUrl ?? `http://localhost:${instance.env.port}`;
    const url = `${origin}/c/${conversation.slug}`;
    const { files, hasGroups } = await writeExportFolder(sql, { conversation, url }, dir);
    if (!hasGroups) io.notice("There is no analysis yet: the files name no groups.");
    io.stdout({ slug: conversation.slug, dir, files });
  } finally {
    await instance.close();
  }
}
