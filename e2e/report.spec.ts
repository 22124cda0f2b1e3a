import { expect, test } from "./fixtures";

const statements = Array.from({ length: 8 }, (_, index) => `道路 ${index} 應該限速。`);

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the report holds every section, every statement and its own files", async ({
    page,
    request,
    organiser,
  }) => {
    const settings = { publicVotes: true };
    const { slug } = await organiser.open({ title: "道路", statements, settings });
    await organiser.voteInCamps(slug, 20, statements.length);
    await expect(async () => {
      await page.goto(`/c/${slug}/report`);
      await expect(page.getByText("20 people took part and cast").first()).toBeVisible();
    }).toPass();
    for (const heading of [
      "Summary",
      "Who took part",
      "Common ground",
      "Method",
      "All statements",
    ]) {
      await expect(page.getByRole("heading", { level: 2, name: heading })).toBeVisible();
    }
    const all = page.getByRole("region", { name: "All statements" });
    for (const text of statements) await expect(all.getByText(text)).toHaveCount(1);
    const files = await page.locator('a[href*="/export/"]').all();
    expect(files.length).toBeGreaterThanOrEqual(10);
    const downloads = page.getByRole("region", { name: "Downloads" });
    await expect(downloads.getByRole("link", { name: "Everything in one file" })).toBeVisible();
    await expect(downloads.getByRole("link", { name: "CC BY 4.0" })).toBeVisible();
    for (const file of files) {
      const answer = await request.get((await file.getAttribute("href")) ?? "");
      expect(answer.status()).toBe(200);
    }
  });

  test("without clear groups every section is there and none is empty", async ({
    page,
    organiser,
  }) => {
    const { slug } = await organiser.open({ title: "擲幣", statements });
    await organiser.voteByCoin(slug, 24, statements.length);
    await expect(async () => {
      await page.goto(`/c/${slug}/report`);
      await expect(page.getByText("24 people took part and cast").first()).toBeVisible();
    }).toPass();
    const summary = page.getByRole("region", { name: "Summary" });
    await expect(summary.getByText("There are no clear groups", { exact: false })).toBeVisible();
    const groups = page.getByRole("region", { name: "The groups and what sets them apart" });
    await expect(groups.getByText("There are no clear groups yet")).toBeVisible();
    await expect(page.getByRole("region", { name: "Where the groups divide" })).toHaveCount(0);
    const method = page.getByRole("region", { name: "Method" });
    await expect(method.getByText("No groups are reported.", { exact: false })).toBeVisible();
  });

  test("it prints on A4 pages", async ({ page, organiser }) => {
    const { slug } = await organiser.open({ title: "道路", statements });
    await organiser.voteInCamps(slug, 20, statements.length);
    await page.goto(`/c/${slug}/report`);
    const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
    const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
    expect(boxes.length).toBeGreaterThanOrEqual(1);
    for (const [, width, height] of boxes) {
      expect(Number(width)).toBeCloseTo(595, -0.5); // 210 mm in points
      expect(Number(height)).toBeCloseTo(842, -0.5);
    }
  });
});
