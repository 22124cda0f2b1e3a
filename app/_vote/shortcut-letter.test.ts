import { expect, test } from "vitest";
import { shortcutLetter } from "./shortcut-letter";

const letterOf = (key: string, code: string) => shortcutLetter({ key, code });

test("a keyboard of another script has the keys where an English one has them", () => {
  expect(letterOf("ф", "KeyA")).toBe("a"); // Russian
  expect(letterOf("я", "KeyZ")).toBe("z");
  expect(letterOf("ي", "KeyD")).toBe("d"); // Arabic
  expect(letterOf("ח", "KeyJ")).toBe("j"); // Hebrew
  expect(letterOf("ो", "KeyA")).toBe("a"); // Hindi: a vowel sign
  expect(letterOf("ㅔ", "KeyP")).toBe("p"); // Korean
});

test("a keyboard of Latin letters has them where it says", () => {
  expect(letterOf("A", "KeyA")).toBe("a");
  expect(letterOf("a", "KeyQ")).toBe("a"); // French
  expect(letterOf("z", "KeyY")).toBe("z"); // German
  expect(letterOf("ü", "BracketLeft")).toBe("ü");
  expect(letterOf(";", "KeyZ")).toBe(";"); // Dvorak
  expect(letterOf("Enter", "Enter")).toBe("enter");
});
