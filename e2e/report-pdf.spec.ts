import AxeBuilder from "@axe-core/playwright";
import type { APIResponse, Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const statements = Array.from({ length: 6 }, (_, index) => `道路 ${index} 應該限速。`);

/**
 * The next PDF that a page is sent to, without the viewer of the browser: whether that can be closed
 * while it starts up is not ours to test.
 */
function takePdf(page: Page): Promise<APIResponse> {
  return new Promise((resolve) => {
    void page.route(/\/report\.pdf/, async (route) => {
      const answer = await route.fetch({ maxRedirects: 0 });
      if (answer.status() !== 200) return route.fulfill({ response: answer });
      await route.fulfill({ status: 204 });
      resolve(answer);
    });
  });
}

async function expectReport(pdf: APIResponse, slug: string): Promise<void> {
  const { "content-type": type, "content-disposition": name } = pdf.headers();
  expect(type).toBe("application/pdf");
  expect(name).toBe(`inline; filename="${slug}-report-en.pdf"`);
  const file = (await pdf.body()).toString("latin1");
  expect(file.slice(0, 5)).toBe("%PDF-");
  expect(file.trimEnd().slice(-5)).toBe("%%EOF");
}

test("one click on the report gives its PDF", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "道路", statements });
  await page.goto(`/c/${slug}/report?lang=en`);
  const pdf = takePdf(page);
  await page.getByRole("link", { name: "Report as PDF" }).click();
  await expectReport(await pdf, slug);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page that waits leads on to the file by itself", async ({ page, organiser }) => {
    const { slug } = await organiser.open({ title: "道路", statements });
    const pdf = takePdf(page);
    await page.goto(`/c/${slug}/report/pdf?lang=en&file=made-elsewhere`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The PDF is being made");
    await expect(page.getByRole("status")).toHaveText("Waiting for its turn");
    await expectReport(await pdf, slug);
  });
});

test("the page that waits is there for everybody", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "道路", statements });
  await page.route("**/report-pdfs/**", (route) =>
    route.fulfill({ json: { step: "setting", ahead: 0 } }),
  );
  await page.goto(`/c/${slug}/report/pdf?lang=en&file=slow`);
  await expect(page.getByRole("status")).toHaveText("Setting the pages");
  await expect(page.getByRole("progressbar")).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test("a failure says what is safe and what to do", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "道路", statements });
  await page.route("**/report-pdfs/**", (route) =>
    route.fulfill({ json: { step: "failed", ahead: 0 } }),
  );
  await page.goto(`/c/${slug}/report/pdf?lang=en&version=live&file=broken`);
  await expect(page.getByText("The PDF could not be made")).toBeVisible();
  await expect(page.getByRole("link", { name: "Try again" })).toHaveAttribute(
    "href",
    `/c/${slug}/report.pdf?version=live&lang=en`,
  );
});
