import { CsvStructureError, ImportError } from "./import-error";
import { type CsvRecord, readCsvRecords } from "./read-csv-records";
import { readLines } from "./read-lines";
import { refuseLargeFile } from "./refuse-large-file";
import { RepairLog } from "./repair-log";

/** Values of summary.csv by their key, with the line each stands on. */
export type PolisSummary = Map<string, { value: string; line: number }>;

const COUNTS = ["views", "voters", "voters-in-conv", "commenters", "comments", "groups"];
const TEXTS = ["topic", "conversation-description"];
const KEYS = [...TEXTS, "url", ...COUNTS, "vote-convention"];

const MAX_ROWS = 10_000;

/** Reads summary.csv; texts that are not quoted are put together again and reported. */
export async function readSummary(
  path: string,
  file: string,
  log: { repairs: RepairLog; notice(message: string): void },
): Promise<PolisSummary> {
  await refuseLargeFile(path, file);
  const summary: PolisSummary = new Map();
  let last: string | null = null;
  for (const { fields, line } of await readRows(path, file, log.repairs)) {
    const [key = "", ...rest] = fields;
    const previous = last === null ? undefined : summary.get(last);
    if (KEYS.includes(key)) {
      summary.set(key, { value: rest.join(","), line });
      last = key;
    } else if (previous && TEXTS.includes(last ?? "")) {
      previous.value += `\n${fields.join(",")}`;
    } else {
      log.notice(`${file}: the row ${JSON.stringify(key)} was left out`);
      continue;
    }
    if (rest.length === 1 && KEYS.includes(key)) continue;
    const message = `the text of ${last} is not quoted; it was put together again`;
    log.repairs.add("quotes", { file, line, message });
  }
  return summary;
}

async function readRows(path: string, file: string, repairs: RepairLog): Promise<CsvRecord[]> {
  const strict = new RepairLog();
  try {
    const rows: CsvRecord[] = [];
    for await (const records of readCsvRecords(path, file, strict)) {
      rows.push(...records);
      checkRowCount(rows.length, file);
    }
    for (const repair of strict.list()) repairs.add("line-end", repair);
    return rows;
  } catch (error) {
    if (!(error instanceof CsvStructureError)) throw error;
    return readRowsByLine(path, file, repairs);
  }
}

/** A line that begins with a key begins a row, whatever the quotes say. */
async function readRowsByLine(
  path: string,
  file: string,
  repairs: RepairLog,
): Promise<CsvRecord[]> {
  const rows: { key: string; value: string; line: number }[] = [];
  let lineCount = 0;
  for await (const lines of readLines(path, file)) {
    lineCount += lines.length;
    checkRowCount(lineCount, file);
    for (const { text, line } of lines) {
      const key = KEYS.find((name) => text.startsWith(`${name},`));
      const open = rows.at(-1);
      if (key) rows.push({ key, value: text.slice(key.length + 1), line });
      else if (open) open.value += `\n${text}`;
    }
  }
  return rows.map(({ key, value, line }) => {
    const text = value.trimEnd();
    const bare = text.replace(/^"/, "").replace(/"$/, "").replaceAll('""', '"');
    if (text.includes('"')) {
      const message = `the quotes of ${key} are broken; its text was put together again`;
      repairs.add("quotes", { file, line, message });
    }
    return { fields: [key, text.startsWith('"') ? bare : text], line };
  });
}

function checkRowCount(count: number, file: string): void {
  if (count <= MAX_ROWS) return;
  throw new ImportError({ file, line: MAX_ROWS }, `more than ${MAX_ROWS} rows`);
}
