import { expect, test } from "vitest";
import { keepLatest } from "./keep-latest";

function createMaker() {
  const made: string[] = [];
  return {
    made,
    of: (key: string) => async () => {
      made.push(key);
      return key.toUpperCase();
    },
  };
}

test("makes an answer once and gives it to all who ask", async () => {
  const { made, of } = createMaker();
  const kept = keepLatest<string>(2);
  const asked = [kept.get("a", of("a")), kept.get("a", of("a"))];
  expect(await Promise.all(asked)).toEqual(["A", "A"]);
  expect(made).toEqual(["a"]);
});

test("forgets what was not asked for the longest", async () => {
  const { made, of } = createMaker();
  const kept = keepLatest<string>(2);
  for (const key of ["a", "b", "a", "c", "a", "b"]) await kept.get(key, of(key));
  expect(made).toEqual(["a", "b", "c", "b"]);
});

test("does not keep a failure", async () => {
  const kept = keepLatest<string>(2);
  await expect(kept.get("a", () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(await kept.get("a", async () => "there")).toBe("there");
});
