import { expect, test } from "vitest";
import { cleanLine, cleanText } from "./clean-text";

test.each([
  ["a NUL and half a surrogate pair", "a\u0000b \ud800 c", "a b c"],
  ["what is no character", "a\ufffe b\uffff\ufdd0c\u{1fffe}", "a b c"],
  ["line breaks of every kind", " a\r\nb\tc\u2028d\u2029", "a b c d"],
  ["characters in two parts", "e\u0301", "\u00e9"],
  ["an override of the reading direction", "\u202eevil\u202c \u2066x\u2069", "evil x"],
  ["joiners that belong between letters", "می\u200cخواهم 👩\u200d🌾", "می\u200cخواهم 👩\u200d🌾"],
  ["a tower of marks", `Z${"\u0335".repeat(99)}!`, `Z${"\u0335".repeat(8)}!`],
  ["the marks that Hebrew and Tibetan use", "בְּרֵאשִׁ֖ית བསྒྲུབས", "בְּרֵאשִׁ֖ית བསྒྲུབས".normalize("NFC")],
  ["zero width alone", "\u200b\u2060\ufeff\u00ad", ""],
  ["Korean and Braille blanks", "\u3164 \u2800\u115f", ""],
  ["a mark of direction alone", "\u200f", ""],
])("a line with %s", (_name, text, cleaned) => {
  expect(cleanLine(text)).toBe(cleaned);
});

test("a text keeps its lines and nothing else that controls", () => {
  expect(cleanText(" One.\r\n\r\n\tTwo\u0000\u0007.\u2028Three \udc00 \u202e4\uffff ")).toBe(
    "One.\n\n\tTwo .\nThree   4",
  );
  expect(cleanText("\n \u200b\n")).toBe("");
});
