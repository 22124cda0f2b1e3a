const anyLetter = /^[\p{L}\p{M}]$/u;
const latinLetter = /^\p{Script=Latin}$/u;

/**
 * The Latin letter of a key, in lower case. Where the keyboard writes another script it is the one that
 * an English keyboard has in the same place; any other key is what it says.
 */
export function shortcutLetter({ key, code }: Pick<KeyboardEvent, "key" | "code">): string {
  const place = /^Key([A-Z])$/.exec(code)?.[1];
  const isOtherScript = anyLetter.test(key) && !latinLetter.test(key);
  return (isOtherScript && place ? place : key).toLowerCase();
}
