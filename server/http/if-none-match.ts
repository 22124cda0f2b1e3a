/**
 * Whether a reader has what they ask for already, by their If-None-Match. Tags are compared weakly, as
 * RFC 9110 has it: a proxy that compresses an answer makes its tag a weak one.
 */
export function isKnownToReader(ifNoneMatch: string | undefined, etag: string): boolean {
  const known = ifNoneMatch?.split(",").map((tag) => tag.trim().replace(/^W\//, "")) ?? [];
  return known.includes(etag.replace(/^W\//, "")) || known.includes("*");
}
