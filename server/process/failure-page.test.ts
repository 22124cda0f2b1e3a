import { expect, test } from "vitest";
import { createFailurePage } from "./failure-page";

const offered = ["en", "ar"] as const;

test("speaks the reader's language and leads back to the same address", async () => {
  const request = { url: "/c/a?x=1&y=2", headers: { "accept-language": "ar" } };
  const page = await createFailurePage(request, "/a.css", offered);
  expect(page).toContain('<html lang="ar" dir="rtl">');
  expect(page).toContain('href="/c/a?x=1&#38;y=2"');
  expect(page).toContain('<link rel="stylesheet" href="/a.css">');
});

test("a chosen language stays chosen, and an address brings no markup along", async () => {
  const request = { url: '/c/"><b>?lang=en', headers: { "accept-language": "ar" } };
  const page = await createFailurePage(request, null, offered);
  expect(page).toContain('href="/?lang=en"');
  expect(page).not.toContain("<b>");
});
