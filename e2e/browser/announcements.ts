import type { Page } from "@playwright/test";

/**
 * Notes from now on what the live regions of `page` would have a screen reader say: the whole region
 * where it is atomic, else what was added to it; in place changes only where the region tells texts.
 * @returns what was said since the last call
 */
export async function recordAnnouncements(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    const live = "[role=status], [role=alert], [aria-live]";
    const regionOf = (node: Node) =>
      (node instanceof Element ? node : node.parentElement)?.closest(live);
    new MutationObserver((mutations) => {
      const told = new Set<Element>();
      for (const { target, type, addedNodes } of mutations) {
        const region = regionOf(target);
        if (!region) continue;
        const isWhole = region.getAttribute("aria-atomic") !== "false";
        const tellsTexts = region.getAttribute("aria-relevant") !== "additions";
        if (isWhole) told.add(region);
        else if (type === "characterData" && tellsTexts) said.push(target.textContent ?? "");
        else for (const node of addedNodes) said.push(node.textContent ?? "");
      }
      for (const region of told) if (region.textContent) said.push(region.textContent);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { takeSaid: () => said.splice(0) });
  });
  return () =>
    page.evaluate(() => (window as Window & { takeSaid?(): string[] }).takeSaid?.() ?? []);
}
