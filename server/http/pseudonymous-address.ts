/**
 * better-auth limits attempts by network address and takes nothing else. It gets one that is made of
 * the keyed hash (in the private range of IPv6), so that it never learns the real one.
 * @param key at least 20 characters of base64url, see addressKey
 */
export function pseudonymousAddress(key: string): string {
  const hex = `fd${Buffer.from(key, "base64url").toString("hex").slice(0, 30)}`;
  return hex.replace(/(.{4})(?=.)/g, "$1:");
}
