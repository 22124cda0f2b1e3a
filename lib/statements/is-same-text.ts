/** Whether two texts differ in nothing but case, spaces, forms of one character and the end mark. */
export function isSameText(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .replace(/[\s.。!…।۔]+$/u, "")
    .trim();
}
