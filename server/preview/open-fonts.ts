import { readFileSync } from "node:fs";
import { Blob, Face, Font } from "harfbuzzjs";
import { type FontFamily, fontFile } from "./font-files";

export interface OpenFont {
  font: Font;
  unitsPerEm: number;
  has(codePoint: number): boolean;
}

const opened = new Map<string, OpenFont>();

/** Read when it is first needed, and kept: one of Chinese has 7 MB. */
export function openFont(family: FontFamily, isBold: boolean): OpenFont {
  const path = fontFile(family, isBold);
  const known = opened.get(path);
  if (known) return known;
  const face = new Face(new Blob(readFileSync(path)));
  const codePoints = new Set(face.collectUnicodes());
  const font = {
    font: new Font(face),
    unitsPerEm: face.upem,
    has: (codePoint: number) => codePoints.has(codePoint),
  };
  opened.set(path, font);
  return font;
}
