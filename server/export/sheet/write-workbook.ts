import { escapeXml } from "@/lib/format/escape-xml";
import { createZip } from "../zip/create-zip";
import { type Cell, columnName, formatRow } from "./cells";

export interface Sheet {
  /** At most 31 characters, none of []:*?/\ */
  name: string;
  /** Width of each column in characters. */
  widths: number[];
  /** The first row stays in sight and can be filtered. */
  hasHeadings: boolean;
  isRightToLeft: boolean;
  rows: Iterable<Cell[]> | AsyncIterable<Cell[]>;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const contentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
const sheetTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const rowsAtOnce = 200;

/**
 * An XLSX file (ECMA-376), row by row: no more of a sheet is in memory than is being written.
 * @param at stands in the file as the time of its parts
 */
export async function* writeWorkbook(sheets: Sheet[], at: Date): AsyncGenerator<Uint8Array> {
  const zip = createZip(at);
  const worksheets = sheets.map((_, index) => `worksheets/sheet${index + 1}.xml`);
  const parts = {
    "[Content_Types].xml": listTypes(worksheets),
    "_rels/.rels": relate([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": describeWorkbook(sheets),
    "xl/_rels/workbook.xml.rels": relate([
      ...worksheets.map((name): [string, string] => ["worksheet", name]),
      ["styles", "styles.xml"],
    ]),
    "xl/styles.xml": styleSheet,
  };
  for (const [name, content] of Object.entries(parts)) {
    zip.add(name, async function* () {
      yield head + content;
    });
  }
  sheets.forEach((sheet, index) => {
    zip.add(`xl/${worksheets[index]}`, () => writeSheet(sheet));
  });
  zip.end();
  yield* zip.output;
}

async function* writeSheet(sheet: Sheet): AsyncGenerator<string> {
  const { widths, hasHeadings, isRightToLeft } = sheet;
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const view = `<sheetView workbookViewId="0"${isRightToLeft ? ' rightToLeft="1"' : ""}>${hasHeadings ? pane : ""}</sheetView>`;
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  yield `${head}<worksheet xmlns="${spreadsheet}"><sheetViews>${view}</sheetViews><cols>${columns.join("")}</cols><sheetData>`;
  let row = 0;
  let text = "";
  for await (const cells of sheet.rows) {
    row += 1;
    text += formatRow(cells, row);
    if (row % rowsAtOnce !== 0) continue;
    yield text;
    text = "";
  }
  const last = `${columnName(widths.length - 1)}${Math.max(row, 1)}`;
  const filter = hasHeadings ? `<autoFilter ref="A1:${last}"/>` : "";
  yield `${text}</sheetData>${filter}</worksheet>`;
}

function listTypes(worksheets: string[]): string {
  const parts = [
    ["/xl/workbook.xml", `${sheetTypes}.sheet.main+xml`],
    ["/xl/styles.xml", `${sheetTypes}.styles+xml`],
    ...worksheets.map((name) => [`/xl/${name}`, `${sheetTypes}.worksheet+xml`]),
  ];
  const overrides = parts.map(
    ([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`,
  );
  const relationshipType = "application/vnd.openxmlformats-package.relationships+xml";
  return `<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="${relationshipType}"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`;
}

/** @param targets type and file; their numbers are ids */
function relate(targets: [type: string, target: string][]): string {
  const lines = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${relationships}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packageRelationships}">${lines.join("")}</Relationships>`;
}

function describeWorkbook(sheets: Sheet[]): string {
  const listed = sheets.map(
    ({ name }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${spreadsheet}" xmlns:r="${relationships}"><sheets>${listed.join("")}</sheets></workbook>`;
}

/** In the order of `styles` in cells.ts. */
const styleSheet = `<styleSheet xmlns="${spreadsheet}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>`;
