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
  ["https://plenum.example/c/a-square/results/?view=table", of("results")],
  ["https://plenum.example/c/a-square/report/pdf?version=1", of("report")],
  ["https://plenum.example/c/a-square/share", of("vote")],
  ["https://plenum.example/c/a-square/mine", of("vote")],
  ["https://plenum.example/c/a-square/my-data", of("vote")],
  ["https://plenum.example/c/a-square/resume", of("vote")],
  ["https://plenum.example/embed/a-square", of("vote")],
  ["https://plenum.example/embed/a-square/mine?parts=own", of("vote")],
  ["https://plenum.example/embed/a-square?view=results", of("results")],
  ["https://plenum.example/overlay/a-square?layout=full", of("results")],
  ["https://plenum.example/j/K7M-QXD", { kind: "code", joinCode: "K7MQXD", lang: null }],
  ["http://plenum.example/j/k7mqxd/?lang=ar", { kind: "code", joinCode: "K7MQXD", lang: "ar" }],
  ["https://plenum.example/manage/c/a-square", { kind: "private" }],
  ["https://plenum.example/manage", { kind: "private" }],
])("%s", (address, page) => expect(parseSharedPage(address, site)).toEqual(page));

test.each([
  "",
  "a-square",
  "/c/a-square",
  "https://plenum.example/",
  "https://plenum.example/verify",
  "https://plenum.example/c/a-square/nowhere",
  "https://plenum.example/c/a-square/constructor",
  "https://plenum.example/c/a-square/report.pdf",
  "https://plenum.example/overlay/a-square/x",
  "https://plenum.example/j/K7M",
  "https://plenum.example/j/K7M-QXD/results",
  "https://plenum.example/j/%E0%A4%A",
  "https://elsewhere.example/j/K7M-QXD",
  "https://plenum.example/embed/a-square/results",
  "https://plenum.example/c/%E0%A4%A",
  "https://plenum.example.evil.example/c/a-square",
  "https://plenum.example@evil.example/c/a-square",
  "https://plenum.example:8443/c/a-square",
  "ftp://plenum.example/c/a-square",
  "javascript:alert(1)",
])("%j is no conversation's", (address) => expect(parseSharedPage(address, site)).toBeNull());
