/**
 * The one text of a JSON value: keys in the order of their UTF-16 code units, no spaces, numbers and
 * strings as JSON.stringify writes them (RFC 8785 for what JSON can hold).
 * @param value made of objects, arrays, strings, finite numbers, booleans and null; keys whose value
 *   is undefined are left out
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${entries.join(",")}}`;
}
