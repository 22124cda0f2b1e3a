/**
 * Nothing here looks or is drawn like another sign (no 0 O, 1 I L, 2 Z, 5 S, 8 B), and nothing reads as a
 * vowel, 3 and 4 neither: no words can be made of it.
 */
export const joinCodeLetters = "CDFGHJKMNPQRTWX679";
export const joinCodeLength = 6;

/** What some read a word into all the same, in one language or another. */
const rude =
  /69|666|KKK|FCK|FKK|FKC|FCN|FKN|FCT|FGT|FG7|CNT|CN7|CCK|CKK|DCK|DKH|WNK|NGR|NGG|N6R|PRN|PKK|NPD|TWT|TW7|WTF|W7F|XXX|CRP|CHWT|DMN|MFK|GTT|KCK|KRW|HRN|PTN|PDF/;

/** Whether a code can be shown on a wall. */
export function isProperJoinCode(letters: string): boolean {
  return !rude.test(letters);
}

/** As it is shown and read out: `K7M-QXD`. */
export function formatJoinCode(letters: string): string {
  const half = letters.length / 2;
  return `${letters.slice(0, half)}-${letters.slice(half)}`;
}

/** What is read out and typed: browsers add the scheme. */
export function shortAddress(publicUrl: string, letters: string): string {
  return `${publicUrl.replace(/^https?:\/\//, "")}/j/${formatJoinCode(letters)}`;
}

/** Where a line may be broken: a code is read as one. */
export function splitBeforeCode(address: string): [place: string, code: string] {
  const at = address.lastIndexOf("/") + 1;
  return [address.slice(0, at), address.slice(at)];
}

/** As it is stored, however somebody typed it; null when it cannot be a code. */
export function readJoinCode(typed: string): string | null {
  const letters = typed
    .normalize("NFKC")
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .toUpperCase()
    .replace(/[\s\p{P}\p{Cf}]/gu, "");
  const isCode =
    letters.length === joinCodeLength &&
    [...letters].every((letter) => joinCodeLetters.includes(letter));
  return isCode ? letters : null;
}
