import { expect, test } from "vitest";
import { readPolisId } from "./polis-id";

test("the id is what the address of a conversation ends with, on any server", () => {
  expect(readPolisId("https://pol.is/3phdex2kjf")).toBe("3phdex2kjf");
  expect(readPolisId(" https://polis.city.example/2demo/?ui_lang=de\n")).toBe("2demo");
});

test("an address of anything else holds no id", () => {
  const addresses = [
    "",
    "3phdex2kjf",
    "https://pol.is/",
    "https://pol.is/report/r8xhm",
    "https://a/x",
  ];
  for (const address of addresses) expect([address, readPolisId(address)]).toEqual([address, null]);
});
