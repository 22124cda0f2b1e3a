import { expect, test } from "vitest";
import { flattenMessages, loadMessages } from "./testing/messages";
import { findUsedKeys } from "./testing/used-keys";

test("every text is used somewhere", { timeout: 60_000 }, () => {
  const used = findUsedKeys();
  const keys = [...flattenMessages(loadMessages("en").messages).keys()];
  expect(keys.filter((key) => !used.has(key))).toEqual([]);
});
