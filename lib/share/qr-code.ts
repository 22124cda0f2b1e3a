import { encode } from "uqr";

/** Modules of white around a code, as ISO/IEC 18004 asks for; without it many phones find none. */
const quietModules = 4;

export interface QrCode {
  /** Width and height in modules, the white around it included. */
  side: number;
  /** What is dark, as the `d` of an SVG path, one unit a module. */
  path: string;
}

/** A QR code that can be read with 15% of it covered. */
export function layoutQrCode(text: string): QrCode {
  const { data } = encode(text, { ecc: "M", border: quietModules });
  return { side: data.length, path: data.map((row, y) => rowPath(row, y)).join("") };
}

/**
 * The code as an SVG document, black on white.
 * @param sidePx width and height; the drawing scales without loss
 */
export function drawQrCode(text: string, sidePx: number): string {
  const { side, path } = layoutQrCode(text);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${sidePx}" height="${sidePx}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>\n`;
}

function rowPath(row: boolean[], y: number): string {
  let path = "";
  let x = 0;
  while (x < row.length) {
    const end = row.indexOf(!row[x], x);
    const next = end < 0 ? row.length : end;
    if (row[x]) path += `M${x} ${y}h${next - x}v1h${x - next}z`;
    x = next;
  }
  return path;
}
