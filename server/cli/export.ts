import { parseArgs } from "node:util";
import { locales } from "@/lib/i18n/locales";
import { guessLocale } from "@/lib/preview/guess-locale";
import { writeExportFolder } from "../export/write-export-folder";
import { writeExportZipFile } from "../export/zip/write-export-zip-file";
import { startPainter } from "../preview/start-painter";
import { openInstance } from "../process/instance";
import { createSigner } from "../seal/create-signer";
import { listAnswers } from "../services/answers/list-answers";
import { getConversation } from "../services/conversations/get";
import type { CommandIo } from "./command";
import { UsageError } from "./usage-error";

export async function run(args: string[], io: CommandIo): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { version: { type: "string" } },
  });
  const [slug, target] = positionals;
  if (slug === undefined || target === undefined || positionals.length !== 2) {
    throw new UsageError(
      "Usage: plenum export SLUG DIR, or plenum export SLUG FILE.zip [--version N]",
    );
  }
  const reportNumber = values.version === undefined ? null : Number(values.version);
  if (reportNumber !== null && !(Number.isInteger(reportNumber) && reportNumber > 0)) {
    throw new UsageError("A version is the number of a published report.");
  }
  const instance = await openInstance();
  const painter = startPainter();
  try {
    const { db, sql } = instance.database;
    const context = { db, actor: { kind: "operator" } as const, now: () => new Date() };
    const conversation = await getConversation(context, { slug });
    const origin = instance.env.publicUrl ?? `http://localhost:${instance.env.port}`;
    const { title, description } = conversation;
    const about = {
      conversation,
      url: `${origin}/c/${conversation.slug}`,
      locale: guessLocale(
        `${title}\n${description}`,
        locales.map(({ tag }) => tag),
      ),
      exportedAt: context.now(),
      painter,
      signer: await createSigner({ db, dataDir: instance.env.dataDir, issuer: origin }),
      reportNumber,
      answers: await listAnswers(context, { conversation }),
    };
    const write = target.endsWith(".zip") ? writeExportZipFile : writeExportFolder;
    const { files, hasGroups } = await write(sql, about, target);
    if (!hasGroups) io.notice("There is no analysis yet: the files name no groups.");
    io.stdout({ slug: conversation.slug, dir: target, files });
  } finally {
    await painter.close();
    await instance.close();
  }
}
