import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** All of WCAG 2.2 A and AA, whose target sizes axe leaves out unless asked, and good practice. */
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** As different people see a page; the language is chosen by its address. */
export const looks = {
  "light, 320 pixels": { width: 320, height: 640, colorScheme: "light" },
  // A window of 1280 by 800 at 200%.
  "dark, zoomed": { width: 640, height: 400, colorScheme: "dark" },
} as const;

export type Look = keyof typeof looks;

export async function dress(page: Page, look: Look): Promise<void> {
  const { width, height, colorScheme } = looks[look];
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
}

/** axe finds nothing, and nothing is wider than the screen. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  await expect(page).toHaveTitle(/./);
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  const findings = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`,
  );
  expect.soft(findings, where).toEqual([]);
  await expectNoSidewaysScrolling(page, where);
}

export async function expectNoSidewaysScrolling(page: Page, where: string): Promise<void> {
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overhang, `${where} scrolls sideways`).toBeLessThanOrEqual(0);
}
