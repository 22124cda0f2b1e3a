import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const statements = Array.from({ length: 6 }, (_, index) => `道路 ${index} 應該限速。`);

/** Whether the browser shows it or stores it. */
const waitForPdf = (page: Page) =>
  page.waitForResponse((answer) => answer.headers()["content-type"] === "application/pdf");

test("one click on the report gives its PDF", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "道路", statements });
  await page.goto(`/c/${slug}/report?lang=en`);
  const link = page.getByRole("link", { name: "Report as PDF" });
  const [pdf] = await Promise.all([waitForPdf(page), link.click()]);
  expect(pdf.headers()["content-disposition"]).toContain(`${slug}-report-en.pdf`);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page that waits leads on to the file by itself", async ({ page, organiser }) => {
    const { slug } = await organiser.open({ title: "道路", statements });
    const pdf = waitForPdf(page);
    await page.goto(`/c/${slug}/report/pdf?lang=en&file=made-elsewhere`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The PDF is being made");
    await expect(page.getByRole("status")).toHaveText("Waiting for its turn");
    expect((await pdf).headers()["content-disposition"]).toContain(`${slug}-report-en.pdf`);
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
