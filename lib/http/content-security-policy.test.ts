import { expect, test } from "vitest";
import { buildContentSecurityPolicy, frameAncestorsOf } from "./content-security-policy";

const options = { nonce: "abc", frameAncestors: "'none'", isHttps: false, isDevelopment: false };

test("scripts and styles need the nonce, and no other host is named", () => {
  const policy = buildContentSecurityPolicy(options);
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(policy).toContain("style-src 'self' 'nonce-abc';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});

test("only a site reached by https asks for upgrades", () => {
  expect(buildContentSecurityPolicy(options)).not.toContain("upgrade-insecure-requests");
  expect(buildContentSecurityPolicy({ ...options, isHttps: true })).toMatch(
    /; upgrade-insecure-requests$/,
  );
});

test("every site may frame when a star is among the hosts", () => {
  expect(frameAncestorsOf(["news.example", "*"])).toBe("*");
});

test("named hosts may frame beside the site itself", () => {
  expect(frameAncestorsOf(["news.example", "https://*.city.example:8443"])).toBe(
    "'self' news.example https://*.city.example:8443",
  );
});

test.each(["a; script-src *", "a b", "'unsafe-inline'", "javascript:", "", "-a", "a,b"])(
  "%j is no host",
  (host) => expect(frameAncestorsOf([host])).toBe("'self'"),
);
