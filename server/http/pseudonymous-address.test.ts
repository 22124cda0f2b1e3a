import { isIPv6 } from "node:net";
import { expect, test } from "vitest";
import { pseudonymousAddress } from "./pseudonymous-address";

test("two keys are two addresses of the private range, one key is always the same", () => {
  const [one, other] = ["q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQ", "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniR"];
  expect(isIPv6(pseudonymousAddress(one))).toBe(true);
  expect(pseudonymousAddress(one)).toMatch(/^fd/);
  expect(pseudonymousAddress(one)).toBe(pseudonymousAddress(one));
  const early = `Z${other.slice(1)}`;
  expect(pseudonymousAddress(early)).not.toBe(pseudonymousAddress(one));
});
