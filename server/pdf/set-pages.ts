import { readFileSync } from "node:fs";
import type { ReportDocument } from "@/lib/report-document/report-document";
import { log } from "@/server/log";
import type { PrintStep } from "@/server/services/reports/printer";
import { openTypst, type TypstCompiler } from "./open-typst";
import { findReportFonts } from "./report-fonts";
import { toTypstData } from "./to-typst-data";

const template = readFileSync(new URL("report.typ", import.meta.url), "utf8");

let compiler: TypstCompiler | null = null;

/**
 * Sets a document on A4 pages with Typst: PDF/UA-1, fonts subset into it. Where a statement has
 * characters that none of our fonts draws, which that standard forbids, it is a tagged PDF all the
 * same.
 * @throws Error when the template or the data are wrong
 */
export function setPages(
  document: ReportDocument,
  { createdAt, onStep }: { createdAt: Date; onStep(step: PrintStep): void },
): Buffer {
  compiler ??= openTypst(findReportFonts());
  onStep("setting");
  // Data, never markup: nothing that a participant wrote is read as Typst.
  const { result, ...compiled } = takeResult(compiler, toTypstData(document));
  if (!result) throw new Error(`The report could not be set: ${compiled.reason}`);
  onStep("writing");
  const creationTimestamp = Math.floor(createdAt.getTime() / 1000);
  try {
    return compiler.pdf(result, { pdfStandard: "ua-1", creationTimestamp });
  } catch (error) {
    log.warn("A report is not PDF/UA.", { reason: String(error).slice(0, 300) });
    return compiler.pdf(result, { creationTimestamp });
  } finally {
    compiler.evictCache(0);
  }
}

function takeResult(typst: TypstCompiler, data: string) {
  const compiled = typst.compile({ mainFileContent: template, inputs: { data } });
  const errors = compiled.takeError();
  return { result: compiled.result, reason: JSON.stringify(errors?.shortDiagnostics ?? []) };
}
