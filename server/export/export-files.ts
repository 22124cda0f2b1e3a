import { answerFiles } from "./answers/answer-files";
import type { ExportFile } from "./export-file";
import type { ExportSource } from "./export-source";
import { hasMap, writeMapPng, writeMapSvg } from "./map/write-map";
import { polisFiles } from "./polis/polis-files";
import { reportFiles } from "./report/report-files";
import { writeStatementTable } from "./sheet/write-statement-table";
import { writeLicence } from "./texts/write-licence";
import { translationsFile } from "./translations/write-translations";
import { writeAnalysis } from "./write-analysis";
import { writeSensemaker } from "./write-sensemaker";

/** How things stand; there is no such file of a published report. */
const liveFiles: Record<string, ExportFile> = {
  ...polisFiles,
  "sensemaker.csv": {
    write: writeSensemaker,
    contentType: "text/csv; charset=utf-8",
    hasRows: false,
  },
  "translations.csv": translationsFile,
  ...answerFiles,
};

/** Every file that can be downloaded by itself, by name. */
export const exportFiles: Record<string, ExportFile> = {
  ...Object.fromEntries(
    Object.entries(liveFiles).map(([name, file]) => [
      name,
      { ...file, isThere: (source: ExportSource) => isLive(source) && isThere(file, source) },
    ]),
  ),
  ...reportFiles,
  "analysis.json": {
    write: writeAnalysis,
    contentType: "application/json",
    hasRows: false,
    isThere: ({ analysis }) => analysis !== null,
  },
  "statements.xlsx": {
    write: writeStatementTable,
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    hasRows: false,
  },
  "map.svg": {
    write: writeMapSvg,
    contentType: "image/svg+xml",
    hasRows: false,
    isThere: hasMap,
  },
  "map.png": {
    write: writeMapPng,
    contentType: "image/png",
    hasRows: false,
    isThere: hasMap,
  },
  "LICENSE.txt": { write: writeLicence, contentType: "text/plain; charset=utf-8", hasRows: false },
};

function isThere(file: ExportFile, source: ExportSource): boolean {
  return file.isThere?.(source) ?? true;
}

function isLive({ report }: ExportSource): boolean {
  return report === null;
}

/** What this audience may have of what there is, by name. */
export function listExportFiles(source: ExportSource): [name: string, file: ExportFile][] {
  return Object.entries(exportFiles).filter(
    ([, file]) => (source.audience !== "totals" || !file.hasRows) && isThere(file, source),
  );
}
