import fc from "fast-check";
import { expect, test } from "vitest";
import { findRows } from "./find-rows";

test("each id is found where it is, and -1 where it is not", () => {
  const ascending = fc.uniqueArray(fc.nat(40)).map((ids) => Int32Array.from(ids).sort());
  fc.assert(
    fc.property(ascending, ascending, (ids, list) => {
      expect([...findRows(ids, list)]).toEqual([...ids].map((id) => list.indexOf(id)));
    }),
  );
});
