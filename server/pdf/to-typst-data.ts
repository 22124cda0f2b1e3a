import { groupShape, letterIndex, shapePath } from "@/lib/map/group-shape";
import { previewGroupColors } from "@/lib/preview/preview-colors";
import type { ReportDocument, Words } from "@/lib/report-document/report-document";
import { setLanguage, setWords } from "./typst-words";

const badgePx = 10;

/** The document as JSON that the template reads. */
export function toTypstData(document: ReportDocument): string {
  return JSON.stringify(
    {
      ...document,
      ...setLanguage(document.language),
      badges: Object.fromEntries(
        listLetters(document).map((letter) => [letter, drawBadge(letter)]),
      ),
    },
    (_key, value: unknown) => (isWords(value) ? setWords(value) : value),
  );
}

function isWords(value: unknown): value is Words {
  return typeof value === "object" && value !== null && "text" in value && "direction" in value;
}

function listLetters({ sections }: ReportDocument): string[] {
  const letters = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === "heading") return [block.letter];
      return block.kind === "statements" ? block.table.heads.map(({ letter }) => letter) : [];
    }),
  );
  return [...new Set(letters)].filter((letter) => letter !== null);
}

/** A group's mark, without its letter, which is written beside it. */
function drawBadge(letter: string): string {
  const { line, ground } = previewGroupColors[letterIndex(letter)]!;
  const path = shapePath(groupShape(letter), 0, 0, badgePx);
  const side = 1.5 * badgePx;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-side} ${-side} ${2 * side} ${2 * side}"><path d="${path}" fill="${ground}" stroke="${line}" stroke-width="3" stroke-linejoin="round"/></svg>`;
}
