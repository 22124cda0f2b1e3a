import { expect, test, vi } from "vitest";
import type { PosterJob } from "@/server/services/posters/posters";
import { readPdf, squeeze } from "@/server/testing/read-pdf";
import { readQrCodeOf } from "@/server/testing/read-qr-code";
import { printPoster } from "./print-poster";

vi.setConfig({ testTimeout: 60_000 });

const job: PosterJob = {
  title: "What should become of the square?",
  askedBy: "Parks & Roads",
  url: "https://plenum.example/c/square",
  shortAddress: "plenum.example/j/K7M-QXD",
  locale: "en",
};

const titles = {
  arabic: "ماذا نفعل بالساحة؟",
  hebrew: "מה לעשות בכיכר?",
  chinese: "廣場應該變成什麼樣子？",
  hostile: '#panic("a") $x^2$ *b* `r` <label> @ref "}]',
  long: "A very long question about everything that could be done here. ".repeat(5).slice(0, 300),
  unbroken: "W".repeat(250),
};

test("a poster has the title, a code with its address, and the short address to type", async () => {
  const pdf = await readPdf(await printPoster(job));
  expect(pdf.pages).toBe(1);
  expect([pdf.title, pdf.language]).toEqual([job.title, "en"]);
  for (const part of [job.title, "Asked by Parks & Roads", job.shortAddress]) {
    expect(pdf.text).toContain(squeeze(part));
  }
  const [picture] = pdf.elements.filter(({ role }) => role === "Figure");
  expect(picture?.alt).toBe(`QR code that leads to ${job.url}`);
});

test.each(Object.entries(titles))(
  "a title that is %s is set as it is, on one page",
  async (_, title) => {
    const pdf = await readPdf(await printPoster({ ...job, title }));
    expect(pdf.pages).toBe(1);
    expect(pdf.text).toContain(squeeze(title));
    expect(pdf.text).toContain(squeeze(job.shortAddress));
  },
);

test.each(["ar", "fa", "he", "zh-Hant", "ta", "cy"] as const)("it speaks %s", async (locale) => {
  const pdf = await readPdf(await printPoster({ ...job, title: titles.arabic, locale }));
  expect([pdf.pages, pdf.language.split("-")[0]]).toEqual([1, locale.split("-")[0]]);
  // The address is read from left to right in every language.
  expect(pdf.elements.map(({ text }) => text)).toContain(job.shortAddress);
});

test.each([
  "https://plenum.example/c/square",
  "http://localhost:3000/c/a",
  `https://a-long-host.deliberation.example/c/${"how-we-get-to-work-".repeat(6)}x`,
])("a phone that is held before it reads %s", async (url) => {
  expect(await readQrCodeOf(await printPoster({ ...job, url, title: titles.long }))).toBe(url);
});

test("the same poster is the same file", async () => {
  expect((await printPoster(job)).equals(await printPoster(job))).toBe(true);
});
