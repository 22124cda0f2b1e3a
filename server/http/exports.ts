import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { guessLocale } from "@/lib/preview/guess-locale";
import { answerFiles } from "../export/answers/answer-files";
import type { ExportFile } from "../export/export-file";
import { exportFiles } from "../export/export-files";
import { type ExportAudience, withExportSource } from "../export/export-source";
import { writeExportZip } from "../export/zip/write-export-zip";
import { mayReadResults, type ResultsReader } from "../services/analyses/may-read-results";
import { listAnswers } from "../services/answers/list-answers";
import type { ServiceContext } from "../services/context";
import { ServiceError } from "../services/errors";
import { roleMay } from "../services/permissions/permission-table";
import { parseReportNumber } from "./report-number";
import { readResultsReader } from "./results-reader";
import type { RouteRequest } from "./route";

// Each download holds a connection of the pool that also serves pages.
const MOST_AT_ONCE = 3;
const RETRY_AFTER_SECONDS = 5;
// A reader slower than this would hold its snapshot open for too long.
const PATIENCE_MS = 10 * 60 * 1000;

/** Its parts say themselves who may have them. */
const everything: ExportFile = {
  write: writeExportZip,
  contentType: "application/zip",
  hasRows: false,
};
const files: Record<string, ExportFile> = { "export.zip": everything, ...exportFiles };

let running = 0;

/** One file of the export, or all of them as a zip file, streamed from one snapshot. */
export async function handleExport(request: RouteRequest): Promise<void> {
  const { runtime, req, res, params, query } = request;
  const { ctx, reader } = await readResultsReader(request);
  const { conversation } = reader;
  const name = params.file!;
  const file = Object.hasOwn(files, name) ? files[name] : undefined;
  if (!file) {
    const message = `There is no file ${name}; there are ${Object.keys(files).join(", ")}.`;
    throw new ServiceError("NOT_FOUND", "export-file-unknown", message);
  }
  const audience = await chooseAudience(ctx, reader, file.hasRows);
  const headers = {
    "Content-Type": file.contentType,
    "Content-Disposition": `attachment; filename="${conversation.slug}-${name}"`,
    "Cache-Control": "private, no-store",
  };
  const isHead = req.method === "HEAD";
  if (isHead && !file.isThere && !query.has("version")) {
    res.writeHead(200, headers).end();
    return;
  }
  const about = {
    conversation,
    url: `${runtime.publicUrl}/c/${conversation.slug}`,
    audience,
    locale: guessLocale(`${conversation.title}\n${conversation.description}`, runtime.locales),
    exportedAt: ctx.now(),
    painter: runtime.painter,
    signer: runtime.signer,
    reportNumber: parseReportNumber(query.get("version")),
    answers: mayHoldAnswers(name) ? await listAnswers(ctx, { conversation }) : null,
  };
  await takeTurn(() =>
    withExportSource(runtime.database.sql, about, async (source) => {
      if (file.isThere && !file.isThere(source)) throw notThere(name);
      res.writeHead(200, headers);
      if (isHead) {
        res.end();
        return;
      }
      const signal = AbortSignal.timeout(PATIENCE_MS);
      await pipeline(Readable.from(file.write(source)), res, { signal }).catch(ignoreHangUp);
    }),
  );
}

function mayHoldAnswers(name: string): boolean {
  return name === "export.zip" || Object.hasOwn(answerFiles, name);
}

function notThere(name: string): ServiceError {
  const message = `There is no ${name} of this: too few people have voted, or a report has none.`;
  return new ServiceError("NOT_FOUND", "export-file-not-there", message);
}

/**
 * Organisers get everything. Everybody else gets what only shows totals while results may be seen,
 * and the rows besides when the conversation publishes its votes.
 * @throws ServiceError FORBIDDEN
 */
async function chooseAudience(
  ctx: ServiceContext,
  reader: ResultsReader,
  hasRows: boolean,
): Promise<ExportAudience> {
  const { role, settings } = reader.conversation;
  if (roleMay(role, "export")) return "organisers";
  if (!(await mayReadResults(ctx, reader))) {
    throw new ServiceError("FORBIDDEN", "results-not-disclosed", "The results are not shown now.");
  }
  if (settings.publicVotes) return "everybody";
  if (!hasRows) return "totals";
  const message = "This conversation does not publish the votes of single participants.";
  throw new ServiceError("FORBIDDEN", "votes-not-published", message);
}

async function takeTurn(download: () => Promise<void>): Promise<void> {
  if (running >= MOST_AT_ONCE) {
    const message = "Too many downloads at once; try again in a moment.";
    throw new ServiceError("SERVICE_UNAVAILABLE", "exports-busy", message, {
      retryAfterSeconds: RETRY_AFTER_SECONDS,
    });
  }
  running += 1;
  try {
    await download();
  } finally {
    running -= 1;
  }
}

/** Whoever goes away in the middle of a download needs no answer, and it is no failure of ours. */
function ignoreHangUp(error: NodeJS.ErrnoException): void {
  if (error.code === "ERR_STREAM_PREMATURE_CLOSE" || error.name === "AbortError") return;
  throw error;
}
