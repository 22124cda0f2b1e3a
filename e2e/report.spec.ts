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
    expect(files.length).toBeGreaterThanOrEqual(5);
    for (const file of files) {
      const answer = await request.get((await file.getAttribute("href")) ?? "");
      expect(answer.status()).toBe(200);
    }
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
