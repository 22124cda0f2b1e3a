import { createHash } from "node:crypto";
import type { Printer, PrintJob, PrintStep } from "./printer";

/** A report in one language, on its way to a file or there already. */
export interface ReportPdf {
  /** Changes with everything that the file says. */
  key: string;
  /** `ready` and `failed` are for good. */
  step: PrintStep | "ready" | "failed";
  /** Settles with the file, or with why there is none. */
  file: Promise<Buffer>;
}

/** What a PDF is asked for of. */
export type AskedReport = Pick<PrintJob, "source" | "locale" | "answers">;

/** The PDFs of reports, made when they are asked for and kept while there is room. */
export interface ReportPdfs {
  /** Makes one unless it is there, or is being made. */
  make(conversationId: number, report: AskedReport): ReportPdf;
  /** Null when there is none under this key, or no longer. */
  find(conversationId: number, key: string): ReportPdf | null;
  /** How many are made before this one. */
  countAhead(pdf: ReportPdf): number;
}

/** What a failure counts for, so that they do not pile up. */
const failureBytes = 100_000;

/** Changes with the look of the file, so that no earlier one is taken for it. */
const design = 1;

interface Options {
  printer: Pick<Printer, "print">;
  publicUrl: string;
  timeZone: string;
  /** Bytes of all files together. */
  mostBytes?: number;
}

export function createReportPdfs(options: Options): ReportPdfs {
  const { printer, publicUrl, timeZone, mostBytes = 64e6 } = options;
  /** The one asked for last is the last. */
  const kept = new Map<string, ReportPdf & { bytes: number }>();
  const unfinished = new Map<string, ReportPdf>();

  function forget(): void {
    let total = [...kept.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    for (const [name, { bytes }] of kept) {
      if (total <= mostBytes) return;
      if (bytes === 0) continue; // being made
      kept.delete(name);
      total -= bytes;
    }
  }

  function start(name: string, key: string, report: AskedReport) {
    const job = { ...report, publicUrl, timeZone };
    const pdf: ReportPdf & { bytes: number } = {
      key,
      step: "waiting",
      bytes: 0,
      file: printer.print(job, (step) => {
        pdf.step = step;
      }),
    };
    kept.set(name, pdf);
    pdf.file.then(
      (file) => {
        pdf.step = "ready";
        pdf.bytes = file.length;
        forget();
      },
      () => {
        pdf.step = "failed"; // told to those who wait for it; whoever asks anew gets a new one
        pdf.bytes = failureBytes;
        forget();
      },
    );
    return pdf;
  }

  return {
    make(conversationId, report) {
      const subject = nameSubject(conversationId, report);
      // While votes come in, each analysis would ask for a file of its own: one at a time is enough.
      const coming = unfinished.get(subject);
      if (coming) return coming;
      const { release, body, published } = report.source;
      // An analysis never changes, and is too long to be read for nothing.
      const { answers } = report;
      const key = digest({ subject, release, body, analysis: published?.version, answers });
      const name = `${conversationId}/${key}`;
      const known = kept.get(name);
      kept.delete(name);
      if (known && known.step !== "failed") {
        kept.set(name, known);
        return known;
      }
      const pdf = start(name, key, report);
      unfinished.set(subject, pdf);
      const finish = () => unfinished.delete(subject);
      pdf.file.then(finish, finish);
      return pdf;
    },
    find: (conversationId, key) => kept.get(`${conversationId}/${key}`) ?? null,
    countAhead(pdf) {
      const waiting = [...unfinished.values()];
      return pdf.step === "waiting" ? Math.max(waiting.indexOf(pdf), 0) : 0;
    },
  };
}

/** What a file is of, whatever the votes say. */
function nameSubject(
  conversationId: number,
  { source: { release, body }, locale }: AskedReport,
): string {
  const { settings, conversation } = body;
  return digest({
    design,
    conversationId,
    locale,
    number: release?.number,
    settings,
    conversation,
  });
}

function digest(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 22);
}
