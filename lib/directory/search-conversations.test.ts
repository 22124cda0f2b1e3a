import { expect, test } from "vitest";
import { searchConversations } from "./search-conversations";

const conversations = [
  { title: "Trams in the centre", description: "", settings: { askedBy: "Café society" } },
  { title: "市中心的公車", description: "電動公車要不要優先？", settings: { askedBy: "" } },
];

test.each([
  ["", [0, 1]],
  ["  TRAMS ", [0]],
  ["cafe", [0]],
  ["centre trams", [0]],
  ["centre bus", []],
  ["公車", [1]],
  ["優先", [1]],
])("%j finds %j", (query, found) => {
  expect(searchConversations(conversations, query)).toEqual(found.map((i) => conversations[i]));
});
