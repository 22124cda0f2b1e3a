import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const statements = Array.from({ length: 8 }, (_, index) => `公車路線 ${index} 應該更密集。`);

async function expectNoFindings(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const findings = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(" | ")}`,
  );
  expect(findings, where).toEqual([]);
}

async function expectNoSidewaysScrolling(page: Page, where: string): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    clientWidth: document.documentElement.clientWidth,
  }));
  expect(scrollWidth, `${where} scrolls sideways`).toBeLessThanOrEqual(clientWidth);
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 640 } });

    test("axe finds nothing on any public page, 320 pixels wide", async ({ page, organiser }) => {
      test.setTimeout(240_000); // a dozen pages, each gone through rule by rule
      const { slug } = await organiser.open({ title: "公車", statements });
      await organiser.voteInCamps(slug, 20, statements.length);
      await expect.poll(() => organiser.latestVersion(slug)).toBeGreaterThan(0);
      const scattered = await organiser.open({ title: "No camps", statements });
      await organiser.voteByCoin(scattered.slug, 24, statements.length);
      await expect.poll(() => organiser.latestVersion(scattered.slug)).toBeGreaterThan(0);
      const empty = await organiser.open({ title: "Nothing yet", statements: [] });
      const paths = [
        "/",
        "/?q=nothing-like-this",
        `/c/${slug}`,
        `/c/${empty.slug}`,
        `/c/${slug}/results`,
        `/c/${slug}/results?lang=zh-Hant`,
        `/c/${scattered.slug}/results`,
        `/c/${scattered.slug}/results?view=table`,
        `/c/${scattered.slug}/report`,
        `/c/${empty.slug}/results`,
        `/c/${slug}/report`,
        `/c/${empty.slug}/report`,
        `/embed/${slug}`,
        "/manage/sign-in",
        "/nothing/here",
      ];
      for (const path of paths) {
        await page.goto(path);
        await expectNoFindings(page, path);
        await expectNoSidewaysScrolling(page, path);
      }
    });
  });
}
