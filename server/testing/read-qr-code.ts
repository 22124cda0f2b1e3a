import { PDFiumLibrary } from "@hyzyla/pdfium";

interface Picture {
  width: number;
  height: number;
  /** One byte a pixel, 0 is black. */
  data: Uint8Array;
}

interface Point {
  x: number;
  y: number;
  /** px */
  module: number;
}

/** What a phone reads that is held before the first page of a PDF: the text of the code on it. */
export async function readQrCodeOf(file: Uint8Array): Promise<string> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(file);
  const picture = await document
    .getPage(0)
    .render({ scale: 2, render: "bitmap", colorSpace: "Gray" });
  document.destroy();
  library.destroy();
  return readQrCode(picture);
}

/**
 * Reads an upright code of level M, versions 1 to 10, in bytes, as ISO/IEC 18004 says; what is damaged is
 * not mended.
 */
export function readQrCode(picture: Picture): string {
  const modules = sampleModules(picture);
  const version = (modules.length - 17) / 4;
  const codewords = readCodewords(modules, version);
  return readBytes(joinBlocks(codewords, version), version);
}

/** The centres of the three large squares say where the modules are. */
function sampleModules(picture: Picture): boolean[][] {
  const corners = findCorners(picture);
  if (corners.length !== 3) throw new Error(`${corners.length} corners were found.`);
  const left = Math.min(...corners.map(({ x }) => x));
  const right = Math.max(...corners.map(({ x }) => x));
  const top = Math.min(...corners.map(({ y }) => y));
  const { module } = corners[0]!;
  const side = Math.round((right - left) / module) + 7;
  const pitch = (right - left) / (side - 7);
  const at = (start: number, index: number) => Math.round(start + (index - 3) * pitch);
  return Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (_, column) => isDark(picture, at(left, column), at(top, row))),
  );
}

function isDark({ data, width }: Picture, x: number, y: number): boolean {
  return data[y * width + x]! < 128;
}

/** Where a line across and a line down both go 1:1:3:1:1 through dark and light. */
function findCorners(picture: Picture): Point[] {
  const found: Point[] = [];
  for (let y = 0; y < picture.height; y += 1) {
    for (const { at, module } of findMarks(picture.width, (x) => isDark(picture, x, y))) {
      const down = findMarks(picture.height, (row) => isDark(picture, at, row));
      const mark = down.find((each) => Math.abs(each.at - y) <= module);
      if (!mark || Math.abs(mark.module - module) > module / 2) continue;
      const near = ({ x, y: other }: Point) => Math.hypot(x - at, other - mark.at) < 4 * module;
      if (!found.some(near)) found.push({ x: at, y: mark.at, module });
    }
  }
  return found;
}

function findMarks(length: number, dark: (at: number) => boolean) {
  const starts = [0];
  for (let at = 1; at < length; at += 1) if (dark(at) !== dark(at - 1)) starts.push(at);
  starts.push(length);
  return starts.slice(0, -5).flatMap((start, index) => {
    if (!dark(start)) return [];
    const runs = [0, 1, 2, 3, 4].map((n) => starts[index + n + 1]! - starts[index + n]!);
    const module = (starts[index + 5]! - start) / 7;
    const fits = [1, 1, 3, 1, 1].every((n, at) => Math.abs(runs[at]! - n * module) < module / 2);
    return fits && module >= 2 ? [{ at: Math.round(start + 3.5 * module), module }] : [];
  });
}

const masks: ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** In columns of two from the right, up and down by turns. */
function readCodewords(modules: boolean[][], version: number): number[] {
  const side = modules.length;
  const [level, mask] = readFormat(modules);
  if (level !== 0) throw new Error("The code is not of level M.");
  const bits: boolean[] = [];
  let isUp = true;
  for (let right = side - 1; right > 0; right -= right === 8 ? 3 : 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < side; step += 1) {
      const row = isUp ? side - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (isFixed(row, column, version)) continue;
        bits.push(modules[row]![column] !== masks[mask]!(row, column));
      }
    }
    isUp = !isUp;
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, at) =>
    toNumber(bits.slice(at * 8, at * 8 + 8)),
  );
}

/** The level of correction and the number of the mask, beside the upper left corner. */
function readFormat(modules: boolean[][]): [level: number, mask: number] {
  const bits = [0, 1, 2, 3, 4].map((column) => modules[8]![column]!);
  const format = toNumber(bits) ^ 0b10101;
  return [format >> 3, format & 7];
}

function toNumber(bits: boolean[]): number {
  return bits.reduce((sum, bit) => sum * 2 + Number(bit), 0);
}

const alignments = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
];

/** Whether a module belongs to what is the same in every code of a version. */
function isFixed(row: number, column: number, version: number): boolean {
  const side = version * 4 + 17;
  if (row === 6 || column === 6) return true;
  if (row < 9 && (column < 9 || column >= side - 8)) return true;
  if (row >= side - 8 && column < 9) return true;
  const isBesideCorner = (one: number, other: number) => one < 6 && other >= side - 11;
  if (version >= 7 && (isBesideCorner(row, column) || isBesideCorner(column, row))) return true;
  const centres = alignments[version - 1]!;
  const last = centres.at(-1);
  return centres.some((y) =>
    centres.some((x) => {
      const isCorner = (x === 6 && y === 6) || (x === 6 && y === last) || (x === last && y === 6);
      return !isCorner && Math.abs(row - y) <= 2 && Math.abs(column - x) <= 2;
    }),
  );
}

/** Of level M: how many blocks there are with how many codewords of data, the shorter ones first. */
const blocks: [count: number, length: number][][] = [
  [[1, 16]],
  [[1, 28]],
  [[1, 44]],
  [[2, 32]],
  [[2, 43]],
  [[4, 27]],
  [[4, 31]],
  [
    [2, 38],
    [2, 39],
  ],
  [
    [3, 36],
    [2, 37],
  ],
  [
    [4, 43],
    [1, 44],
  ],
];

/** The blocks of data take turns, and what corrects them comes after. */
function joinBlocks(codewords: number[], version: number): number[] {
  const lengths = blocks[version - 1]!.flatMap(([count, length]) =>
    Array.from({ length: count }, () => length),
  );
  const data: number[][] = lengths.map(() => []);
  let at = 0;
  for (let turn = 0; turn < Math.max(...lengths); turn += 1) {
    for (const [index, length] of lengths.entries()) {
      if (turn < length) data[index]!.push(codewords[at++]!);
    }
  }
  return data.flat();
}

function readBytes(data: number[], version: number): string {
  const bits = data.flatMap((byte) =>
    Array.from({ length: 8 }, (_, n) => ((byte >> (7 - n)) & 1) === 1),
  );
  if (toNumber(bits.slice(0, 4)) !== 4) throw new Error("The code is not in bytes.");
  const start = 4 + (version < 10 ? 8 : 16);
  const length = toNumber(bits.slice(4, start));
  const bytes = Array.from({ length }, (_, n) =>
    toNumber(bits.slice(start + n * 8, start + n * 8 + 8)),
  );
  return Buffer.from(bytes).toString("utf8");
}
