import { breakText, splitGraphemes } from "./break-text";

/** Each attempt at shorter lines, as a part of the one before. */
const narrower = 0.96;

interface Room {
  widthPx: number;
  mostLines: number;
  measure(text: string): number;
}

/**
 * Breaks a text into lines that fit; a part wider than a line is broken between two characters, and
 * what is left over ends in an ellipsis.
 * @returns lines without spaces at their ends, and whether all of the text is in them
 */
export function wrapLines(text: string, room: Room): { lines: string[]; isWhole: boolean } {
  const lines: string[] = [];
  let line = "";
  for (const part of breakText(text).flatMap((part) => fitPart(part, room))) {
    if (line !== "" && room.measure((line + part).trimEnd()) > room.widthPx) {
      lines.push(line.trim());
      line = "";
    }
    line += part;
  }
  if (line.trim() !== "") lines.push(line.trim());
  if (lines.length <= room.mostLines) return { lines, isWhole: true };
  const shown = lines.slice(0, room.mostLines);
  const last = shown.pop() ?? "";
  return { lines: [...shown, endWithEllipsis(last, room)], isWhole: false };
}

/** As `wrapLines` for a text that fits, with lines of about one length: no word is left alone. */
export function balanceLines(text: string, room: Room): string[] {
  let { lines } = wrapLines(text, room);
  const mostLines = lines.length;
  if (mostLines < 2) return lines;
  for (let widthPx = room.widthPx * narrower; widthPx > 1; widthPx *= narrower) {
    const next = wrapLines(text, { ...room, widthPx, mostLines });
    if (!next.isWhole || next.lines.some((line) => room.measure(line) > widthPx)) break;
    lines = next.lines;
  }
  return lines;
}

function fitPart(part: string, { widthPx, measure }: Room): string[] {
  if (measure(part.trimEnd()) <= widthPx) return [part];
  const pieces = [""];
  for (const character of splitGraphemes(part)) {
    const longer = pieces.at(-1) + character;
    if (pieces.at(-1) === "" || measure(longer) <= widthPx) pieces[pieces.length - 1] = longer;
    else pieces.push(character);
  }
  return pieces;
}

function endWithEllipsis(line: string, { widthPx, measure }: Room): string {
  const characters = splitGraphemes(line);
  while (characters.length > 0 && measure(`${characters.join("").trimEnd()}…`) > widthPx) {
    characters.pop();
  }
  return `${characters.join("").trimEnd()}…`;
}
