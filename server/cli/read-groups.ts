import { basename } from "node:path";
import { Columns } from "../import/polis/columns";
import { ImportError } from "../import/polis/import-error";
import { readId } from "../import/polis/read-cell";
import { readCsvRecords } from "../import/polis/read-csv-records";
import { RepairLog } from "../import/polis/repair-log";

const HEADER = ["participant", "group-id"];

/**
 * Reads who is in which group from a CSV file with the columns participant and group-id, in any
 * order and among others, so that a Pol.is matrix will do. An empty group-id is nobody's group.
 * @param path a file without the header has exactly these two columns
 * @returns group id by participant
 * @throws ImportError naming file, line and reason
 */
export async function readGroups(path: string): Promise<Map<number, number>> {
  const file = basename(path);
  const groups = new Map<number, number>();
  let columns: Columns | null = null;
  for await (const records of readCsvRecords(path, file, new RepairLog())) {
    for (const { fields, line } of records) {
      if (columns === null) {
        const isHeader = !(fields.length === HEADER.length && /^\d+$/.test(fields[0]!));
        columns = new Columns(file, isHeader ? fields : HEADER, HEADER);
        if (isHeader) continue;
      }
      columns.checkLength(fields, line);
      const place = { file, line };
      const participant = readId(fields[columns.indexOf("participant")]!, "participant", place);
      const group = fields[columns.indexOf("group-id")]!;
      if (group === "") continue;
      if (groups.has(participant)) {
        throw new ImportError(place, `participant ${participant} is there twice`);
      }
      groups.set(participant, readId(group, "group-id", place));
    }
  }
  if (columns === null) throw new ImportError({ file, line: null }, "the file is empty");
  return groups;
}
