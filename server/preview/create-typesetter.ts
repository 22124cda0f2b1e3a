import { Buffer, Direction, shape } from "harfbuzzjs";
import type { TextStyle, Typesetter } from "@/lib/preview/typesetter";
import { isRightToLeft, type Run, splitRuns } from "./split-runs";

/**
 * Sets text with HarfBuzz: resvg 2.6 puts the letters of Hindi and Tamil on top of each other.
 * @param language decides whose form of a Han character is drawn
 */
export function createTypesetter(language: string): Typesetter {
  const widths = new Map<string, number>();

  function setLine(text: string, { isBold, sizePx }: TextStyle, isRightToLeft: boolean) {
    return splitRuns(text, { isBold, language, isRightToLeft }).map((run) =>
      shapeRun(run, sizePx, language),
    );
  }

  return {
    isRightToLeft,
    measure(text, style) {
      const key = `${style.sizePx}/${style.isBold}/${text}`;
      const known = widths.get(key);
      if (known !== undefined) return known;
      const runs = setLine(text, style, false);
      const width = runs.reduce((sum, run) => sum + run.widthPx, 0);
      widths.set(key, width);
      return width;
    },
    draw(text, style, { x, y, isRightToLeft }) {
      let left = x;
      const drawn = setLine(text, style, isRightToLeft).map((run) => {
        const at = `translate(${round(left)} ${round(y)}) scale(${run.scale} ${-run.scale})`;
        left += run.widthPx;
        return `<g transform="${at}">${run.paths}</g>`;
      });
      return drawn.join("");
    },
  };
}

/** Outlines in the units of the font, y upwards. */
function shapeRun({ text, font, isRightToLeft }: Run, sizePx: number, language: string) {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setLanguage(language);
  buffer.setDirection(isRightToLeft ? Direction.RTL : Direction.LTR);
  shape(font.font, buffer);
  const positions = buffer.getGlyphPositions();
  let advance = 0;
  const paths = buffer.getGlyphInfos().map(({ codepoint: glyph }, index) => {
    const { xAdvance, xOffset, yOffset } = positions[index]!;
    const at = `${advance + xOffset} ${yOffset}`;
    advance += xAdvance;
    // 0 is the box for what a font does not have.
    const outline = glyph === 0 ? "" : font.font.glyphToPath(glyph);
    return outline === "" ? "" : `<path transform="translate(${at})" d="${outline}"/>`;
  });
  const scale = sizePx / font.unitsPerEm;
  return { paths: paths.join(""), scale, widthPx: advance * scale };
}

function round(px: number): number {
  return Math.round(px * 10) / 10;
}
