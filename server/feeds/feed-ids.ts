import { createHmac } from "node:crypto";

/**
 * Names for feeds and their entries, made from this instance's key and what is named: the same wherever
 * it is reached, and no two instances give the same.
 * @param key of this purpose, from the instance's secret
 */
export function createFeedIds(key: Buffer): (...parts: (string | number)[]) => string {
  return (...parts) => {
    const bytes = createHmac("sha256", key).update(parts.join("/")).digest().subarray(0, 16);
    bytes[6] = (bytes[6]! & 0x0f) | 0x80; // version 8 of RFC 9562: made up by whoever names
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    const hex = bytes.toString("hex");
    const groups = [0, 8, 12, 16, 20, 32].map((end, index, ends) =>
      hex.slice(ends[index - 1], end),
    );
    return `urn:uuid:${groups.slice(1).join("-")}`;
  };
}
