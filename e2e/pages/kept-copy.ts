import { expect, type Page } from "@playwright/test";

/** Resolves once the page would open without a connection, with statements to vote on. */
export async function waitForCopy(page: Page, slug: string): Promise<void> {
  const isKept = () =>
    page.evaluate(async (path) => (await caches.match(path)) !== undefined, `/c/${slug}`);
  await expect.poll(isKept).toBe(true);
}
