import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json";

test("the order of keys does not matter, that of lists does", () => {
  expect(canonicalJson({ b: [2, 1], a: { "10": null, "9": true } })).toBe(
    '{"a":{"10":null,"9":true},"b":[2,1]}',
  );
  expect(canonicalJson({ a: undefined, b: "ä\u2028" })).toBe('{"b":"ä\u2028"}');
});

test("what is written says the same as JSON.stringify", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));
      expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
    }),
  );
});
