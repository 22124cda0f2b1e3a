import type { LaunchOptions, Page } from "@playwright/test";

/** As after the end of third-party cookies; whoever turns the flag off sees embed-cookies.spec.ts fail. */
export async function phaseOutCookies(
  { launchOptions }: { launchOptions: LaunchOptions },
  use: (options: LaunchOptions) => Promise<void>,
): Promise<void> {
  const args = [...(launchOptions.args ?? []), "--test-third-party-cookie-phaseout"];
  await use({ ...launchOptions, args });
}

/** Cookies are then all that a frame could keep. */
export async function blockFrameStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (window.parent === window) return;
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("Blocked", "SecurityError");
      },
    });
  });
}

/** A browser that keeps no cookie of a frame at all, not even one of its own on this site. */
export async function refuseCookies(page: Page): Promise<void> {
  await page.route(/\/api\/v1\/.*/, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    const response = await route.fetch();
    await page.context().clearCookies(); // they came with the answer
    const headers = Object.entries(response.headers()).filter(([name]) => name !== "set-cookie");
    await route.fulfill({ response, headers: Object.fromEntries(headers) });
  });
}
