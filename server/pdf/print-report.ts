import { readFileSync } from "node:fs";
import { findLocale } from "@/lib/i18n/locales";
import { tellMap } from "@/lib/preview/tell-map";
import { createReportDocument } from "@/lib/report-document/create-report-document";
import { quoteStatements } from "@/lib/report-document/quotes";
import type { ReportMaterial } from "@/lib/report-document/report-material";
import { createResultsView } from "@/lib/results/create-results-view";
import type { ResultsView } from "@/lib/results/results-view";
import type { PrintJob, PrintStep } from "@/server/services/reports/printer";
import { drawReportMap } from "./draw-report-map";
import { loadReportWords } from "./load-report-words";
import { setPages } from "./set-pages";
import { toTypstData } from "./to-typst-data";

const template = readFileSync(new URL("report.typ", import.meta.url), "utf8");

/** The report as a PDF. Takes seconds: not for a process that answers requests. */
export async function printReport(
  job: PrintJob,
  onStep: (step: PrintStep) => void,
): Promise<Buffer> {
  onStep("gathering");
  const document = createReportDocument(await gather(job));
  return setPages({ template, data: toTypstData(document) }, { createdAt: dateOf(job), onStep });
}

async function gather(job: PrintJob): Promise<ReportMaterial> {
  const { source, locale, timeZone, publicUrl, answers = null } = job;
  const { release, body } = source;
  const words = await loadReportWords(locale, timeZone);
  const direction = findLocale(locale)?.direction ?? "ltr";
  const quotes = quoteStatements(body.statements, words, direction);
  const view = createView(source, (statement) => quotes.has(statement));
  const map = view && tellMap(view.map);
  return {
    release,
    body,
    view,
    answers,
    quotes,
    words,
    direction,
    publicUrl,
    map: map && drawReportMap(map, locale),
    isClosed: body.conversation.state === "closed",
  };
}

/** Statements alone lead to an analysis too: one without anybody in it. */
function createView(
  { published }: PrintJob["source"],
  isPublished: (statement: number) => boolean,
): ResultsView | null {
  if (!published || published.analysis.participants === 0) return null;
  return createResultsView(published, isPublished);
}

/** When what it says was so: the same report gives the same bytes. */
function dateOf({ source }: PrintJob): Date {
  return source.release?.publishedAt ?? source.published?.createdAt ?? new Date(0);
}
