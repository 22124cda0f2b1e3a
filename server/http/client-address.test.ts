import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { addressKey } from "./client-address";

const secret = Buffer.from("secret");

function key(peer: string, forwardedFor?: string, trustedProxies = 0): string {
  const req = {
    socket: { remoteAddress: peer },
    headers: forwardedFor === undefined ? {} : { "x-forwarded-for": forwardedFor },
  };
  return addressKey(req as IncomingMessage, secret, trustedProxies);
}

test("X-Forwarded-For counts only behind proxies that are trusted", () => {
  expect(key("10.0.0.1", "1.2.3.4")).toBe(key("10.0.0.1"));
  expect(key("10.0.0.1", "1.2.3.4", 1)).toBe(key("1.2.3.4"));
});

test("only the entries of trusted proxies are believed, not what the sender made up", () => {
  expect(key("10.0.0.1", "9.9.9.9, 1.2.3.4", 1)).toBe(key("1.2.3.4"));
  expect(key("10.0.0.1", "9.9.9.9, 1.2.3.4, 10.0.0.2", 2)).toBe(key("1.2.3.4"));
});

test("an IPv6 household is one address, and a mapped IPv4 address is itself", () => {
  expect(key("2001:db8:1:2::1")).toBe(key("2001:db8:1:2:ffff::9"));
  expect(key("2001:db8:1:2::1")).not.toBe(key("2001:db8:1:3::1"));
  expect(key("::ffff:1.2.3.4")).toBe(key("1.2.3.4"));
  expect(key("::1")).not.toBe(key("127.0.0.1"));
});

test("the key does not show the address", () => {
  expect(key("1.2.3.4")).toMatch(/^[\w-]{43}$/);
});
