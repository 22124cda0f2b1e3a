import { expect, test } from "vitest";
import { parseSharedPage } from "./shared-page";

const site = "https://plenum.example";
const of = (page: string, lang: string | null = null) => ({
  kind: "conversation",
  slug: "a-square",
  page,
  lang,
});

test.each([
  ["https://plenum.example/c/a-square", of("vote")],
  ["http://plenum.example/c/a-square/?utm_source=x#map", of("vote")],
  ["https://plenum.example/c/a-square?lang=ar", of("vote", "ar")],
  ["https://plenum.example/c/a%2Dsquare/results", of("results")],
  ["https://plenum.example/c/a-square/report?lang=fr", of("report", "fr")],
  ["https://plenum.example/embed/a-square", of("vote")],
  ["https://plenum.example/manage/c/a-square", { kind: "private" }],
  ["https://plenum.example/manage", { kind: "private" }],
])("%s", (address, page) => expect(parseSharedPage(address, site)).toEqual(page));

test.each([
  "",
  "a-square",
  "/c/a-square",
  "https://plenum.example/",
  "https://plenum.example/verify",
  "https://plenum.example/c/a-square/mine",
  "https://plenum.example/embed/a-square/results",
  "https://plenum.example/c/%E0%A4%A",
  "https://plenum.example.evil.example/c/a-square",
  "https://plenum.example@evil.example/c/a-square",
  "https://plenum.example:8443/c/a-square",
  "ftp://plenum.example/c/a-square",
  "javascript:alert(1)",
])("%j is no conversation's", (address) => expect(parseSharedPage(address, site)).toBeNull());
