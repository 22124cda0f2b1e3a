import { createHmac } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

/**
 * A keyed hash of the address a request came from, for limits; the address itself is kept nowhere.
 * An IPv6 address counts as its /64, which is what one household gets.
 * @param trustedProxies how many proxies stand before this server; each adds one X-Forwarded-For entry
 */
export function addressKey(req: IncomingMessage, secret: Buffer, trustedProxies: number): string {
  const address = networkOf(clientAddress(req, trustedProxies));
  return createHmac("sha256", secret).update(address).digest("base64url");
}

function clientAddress(req: IncomingMessage, trustedProxies: number): string {
  const peer = req.socket.remoteAddress ?? "";
  if (trustedProxies === 0) return peer;
  const forwarded = String(req.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  // The last entry is by the nearest proxy; anything further left than ours may be made up.
  return forwarded.at(-trustedProxies) ?? forwarded[0] ?? peer;
}

function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  if (address.startsWith("::ffff:") && address.includes(".")) return address.slice(7);
  const [head = "", tail = ""] = address.split("%")[0]!.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === "" ? [] : tail.split(":");
  const missing = address.includes("::") ? 8 - before.length - after.length : 0;
  const groups = [...before, ...Array<string>(Math.max(0, missing)).fill("0"), ...after];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
