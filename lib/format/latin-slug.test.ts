import { expect, test } from "vitest";
import { latinSlug } from "./latin-slug";

test.each([
  ["Ride sharing in the city!", "ride-sharing-in-the-city"],
  ["Où garer son vélo ?", "ou-garer-son-velo"],
  ["The town's centre", "the-towns-centre"],
  ["vTaiwan 共乘", "vtaiwan"],
])("%s becomes %s", (title, slug) => {
  expect(latinSlug(title)).toBe(slug);
});

test.each(["共乘與計程車", "A 案", "", "—"])("%j has no Latin slug", (title) => {
  expect(latinSlug(title)).toBeNull();
});

test("a long title is cut between words, one long word anywhere", () => {
  expect(latinSlug(`${"word ".repeat(11)}overflowing`)).toBe("word-".repeat(11).slice(0, -1));
  expect(latinSlug("x".repeat(100))).toBe("x".repeat(60));
});
