/**
 * The whole numbers in a text, in the digits of any script, whatever stands between them.
 * @returns in their order, as often as they come; those too large to be exact come out inexact
 */
export function readNumbers(text: string): number[] {
  return (text.match(/\p{Nd}+/gu) ?? []).map((digits) => Number([...digits].map(digitOf).join("")));
}

/** The digits of a script stand in tens from its 0 on, the tens of several side by side at most. */
function digitOf(digit: string): number {
  const code = digit.codePointAt(0)!;
  let first = code;
  while (isDigit(first - 1)) first--;
  return (code - first) % 10;
}

function isDigit(code: number): boolean {
  return /\p{Nd}/u.test(String.fromCodePoint(code));
}
