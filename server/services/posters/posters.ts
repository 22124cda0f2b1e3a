import type { Locale } from "@/lib/i18n/locales";
import { keepLatest } from "@/server/services/keep-latest";
import type { Printer } from "@/server/services/reports/printer";

/** All that a poster is made from. */
export interface PosterJob {
  title: string;
  /** Empty: nobody is named. */
  askedBy: string;
  /** Where the QR code leads. */
  url: string;
  /** As it is read out: without a scheme. */
  shortAddress: string;
  locale: Locale;
}

/** The posters asked for last, as PDF files. */
export interface Posters {
  /** @throws ServiceError SERVICE_UNAVAILABLE as Printer */
  get(job: PosterJob): Promise<Buffer>;
}

const mostKept = 64;

export function createPosters({ printer }: { printer: Pick<Printer, "printPoster"> }): Posters {
  const kept = keepLatest<Buffer>(mostKept);
  return { get: (job) => kept.get(JSON.stringify(job), () => printer.printPoster(job)) };
}
