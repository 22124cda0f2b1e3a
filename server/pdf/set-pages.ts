import { log } from "@/server/log";
import type { PrintStep } from "@/server/services/reports/printer";
import { openTypst, type TypstCompiler } from "./open-typst";
import { findReportFonts } from "./report-fonts";

/** A template and what it reads: data, never markup, so that nothing anybody wrote is read as Typst. */
export interface TypstSource {
  template: string;
  /** JSON. */
  data: string;
}

let compiler: TypstCompiler | null = null;

/**
 * Sets a document on A4 pages with Typst: PDF/UA-1, fonts subset into it. Where a statement has
 * characters that none of our fonts draws, which that standard forbids, it is a tagged PDF all the
 * same.
 * @throws Error when the template or the data are wrong
 */
export function setPages(
  source: TypstSource,
  { createdAt, onStep }: { createdAt: Date; onStep(step: PrintStep): void },
): Buffer {
  compiler ??= openTypst(findReportFonts());
  onStep("setting");
  const { result, ...compiled } = takeResult(compiler, source);
  if (!result) throw new Error(`The pages could not be set: ${compiled.reason}`);
  onStep("writing");
  const creationTimestamp = Math.floor(createdAt.getTime() / 1000);
  try {
    return compiler.pdf(result, { pdfStandard: "ua-1", creationTimestamp });
  } catch (error) {
    log.warn("A file is not PDF/UA.", { reason: String(error).slice(0, 300) });
    return compiler.pdf(result, { creationTimestamp });
  } finally {
    compiler.evictCache(0);
  }
}

function takeResult(typst: TypstCompiler, { template, data }: TypstSource) {
  const compiled = typst.compile({ mainFileContent: template, inputs: { data } });
  const errors = compiled.takeError();
  return { result: compiled.result, reason: JSON.stringify(errors?.shortDiagnostics ?? []) };
}
