import { expect, test } from "vitest";
import { overlayPath, readWish } from "./read-wish";

test("what the form sends becomes the shortest address", () => {
  const fields = {
    layout: "lower-third",
    theme: "auto",
    size: "large",
    margin: "5",
    hold: "12",
    show: ["newest", "dividing"],
    statements: "",
    language: "ar",
  };
  expect(overlayPath("parks", readWish(fields), null)).toBe(
    "/overlay/parks?layout=lower-third&size=large&show=newest-dividing&lang=ar",
  );
  expect(overlayPath("parks", readWish({}), "abc")).toBe("/overlay/parks");
});

test("the token is in the address only where the private one is asked for and there is one", () => {
  const wish = readWish({ private: "1" });
  expect(overlayPath("parks", wish, "abc")).toBe("/overlay/parks?token=abc");
  expect(overlayPath("parks", wish, null)).toBe("/overlay/parks");
});
