/** Characters without a place to break at; those of scripts that break anywhere do not count. */
const longRun = /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{28,}/gu;
const graphemesPerPart = 12;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Cuts a text where a line may be broken though nothing in it says so: within words that are longer
 * than a column is wide. The parts joined give the text again.
 */
export function breakLongRuns(text: string): string[] {
  const parts: string[] = [];
  let end = 0;
  for (const { 0: run, index } of text.matchAll(longRun)) {
    const characters = [...graphemes.segment(run)].map(({ segment }) => segment);
    let before = text.slice(end, index);
    for (let at = 0; at < characters.length; at += graphemesPerPart) {
      parts.push(before + characters.slice(at, at + graphemesPerPart).join(""));
      before = "";
    }
    end = index + run.length;
  }
  const rest = text.slice(end);
  if (rest === "" && parts.length > 0) return parts;
  const last = parts.pop() ?? "";
  return [...parts, last + rest];
}
