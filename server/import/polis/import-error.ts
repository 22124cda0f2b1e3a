import { ServiceError } from "@/server/services/errors";

/** Where in an export something is wrong. */
export interface Place {
  /** File name inside the export folder. */
  file: string;
  /** Counted from 1; null when the file as a whole is meant. */
  line: number | null;
}

/** The export cannot be read; the message names file, line and reason. */
export class ImportError extends ServiceError {
  constructor(
    readonly place: Place,
    readonly problem: string,
    options?: { cause?: unknown },
  ) {
    const where = place.line === null ? place.file : `${place.file}, line ${place.line}`;
    super("UNPROCESSABLE_CONTENT", "import-invalid", `${where}: ${problem}`, options);
    this.name = "ImportError";
  }
}

/** The text is not CSV as RFC 4180 has it; some files can be repaired line by line instead. */
export class CsvStructureError extends ImportError {}
