import type { Locale } from "@/lib/i18n/locales";
import type { DatedAnswers } from "@/lib/report-document/report-material";
import type { PosterJob } from "../posters/posters";
import type { ReportSource } from "./load-source";

/** All that a PDF of a report is made from. */
export interface PrintJob {
  source: ReportSource;
  /** Those of the day; left out: none are told. */
  answers?: DatedAnswers | null;
  locale: Locale;
  /** Of the dates in it. */
  timeZone: string;
  publicUrl: string;
}

/** What is being done for a PDF, in this order. */
export const printSteps = ["waiting", "gathering", "setting", "writing"] as const;
export type PrintStep = (typeof printSteps)[number];

/** Makes PDFs where it delays no answer. */
export interface Printer {
  /** @throws ServiceError SERVICE_UNAVAILABLE when too many wait, or when it cannot be made */
  print(job: PrintJob, onStep: (step: PrintStep) => void): Promise<Buffer>;
  /** @throws as print */
  printPoster(job: PosterJob): Promise<Buffer>;
  close(): Promise<void>;
}
