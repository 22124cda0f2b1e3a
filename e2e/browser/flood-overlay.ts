import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

declare global {
  interface Window {
    /** What flood-overlay.mjs makes there. */
    plenumFlood: { answered: number; run(count: number): Promise<void> };
  }
}

export interface OverlayRemains {
  heapBytes: number;
  /** In the page. */
  elements: number;
  /** In memory: texts and nodes that left the page but are still held are among them. */
  nodes: number;
  listeners: number;
}

export interface OverlayFlood {
  /** So many updates, one after the other, each read, laid out and drawn. */
  run(count: number): Promise<void>;
  /** What is there once the garbage is collected. */
  measure(): Promise<OverlayRemains>;
}

/**
 * Shows an overlay that gets its updates as fast as it can draw them: its own code listens, reads, lays
 * out and draws as ever, but no server is asked and no pause is kept.
 */
export async function floodOverlay(page: Page, url: string): Promise<OverlayFlood> {
  await openFlooded(page, url);
  await page.waitForFunction(() => window.plenumFlood.answered > 0);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  return {
    run: (count) => page.evaluate((updates) => window.plenumFlood.run(updates), count),
    async measure() {
      await page.waitForTimeout(1000); // the last movement comes to rest
      // First, for it brings a script of its own into the page.
      const elements = await page.locator("*").count();
      await session.send("HeapProfiler.collectGarbage");
      const { metrics } = await session.send("Performance.getMetrics");
      const read = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
      return {
        heapBytes: read("JSHeapUsedSize"),
        elements,
        nodes: read("Nodes"),
        listeners: read("JSEventListeners"),
      };
    },
  };
}

/** The overlay with a stream that `window.plenumFlood.fire` speaks on. */
export async function openFlooded(page: Page, url: string): Promise<void> {
  await page.addInitScript(await readFile(new URL("./flood-overlay.mjs", import.meta.url), "utf8"));
  await page.goto(url);
}
