/** Whether a spreadsheet might compute a text; it knows the wide forms of East Asia too. */
export function looksLikeFormula(text: string): boolean {
  return /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u.test(text);
}
