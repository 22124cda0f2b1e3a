/** What Pol.is gives a conversation: a digit, then letters and digits. */
const ID = /^\d[0-9A-Za-z]{2,39}$/;

/** The id that the address of a conversation ends with, on whatever server it stood; null without one. */
export function readPolisId(address: string): string | null {
  if (!URL.canParse(address.trim())) return null;
  const id = new URL(address.trim()).pathname.split("/").filter(Boolean).at(-1) ?? "";
  return isPolisId(id) ? id : null;
}

export function isPolisId(text: string): boolean {
  return ID.test(text);
}
