import type { Frame, Page } from "@playwright/test";
import { blockFrameStorage, phaseOutCookies } from "./browser/blocked-cookies";
import { serveHost } from "./browser/serve-host";
import { expect, required, test } from "./fixtures";

test.use({ launchOptions: phaseOutCookies });

const statements = ["One.", "Two.", "Three."];

test("with third-party cookies blocked people vote, reload and go on", async ({
  page,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Framed", statements });
  await blockFrameStorage(page);
  const host = await serveHost(embedOf(slug));
  try {
    await page.goto(host.url);
    expect(await whichCookiesStay(await frameOf(page))).toBe("own=1");
    await voteOnce(page);
    // What the host was given to keep would do as well: this is the cookie's turn.
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    const frame = page.frameLocator("iframe");
    await expect(frame.getByText("1 of 3", { exact: true })).toBeVisible();
    await frame.getByRole("link", { name: "My votes and statements" }).click();
    await expect(frame.getByText("1 vote", { exact: true })).toBeVisible();
    const names = (await page.context().cookies()).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith("plenum-"))).toHaveLength(1);
  } finally {
    host.close();
  }
});

test("where a browser keeps nothing for a frame, the host keeps who votes", async ({
  page,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Framed", statements });
  await blockFrameStorage(page);
  const host = await serveHost(embedOf(slug));
  const frame = page.frameLocator("iframe");
  const key = `plenum:${required("PLENUM_E2E_URL")}/${slug}`;
  const kept = () => page.evaluate((key) => localStorage.getItem(key), key);
  try {
    await page.goto(host.url);
    await voteOnce(page);
    await expect.poll(kept).toMatch(/^v1\./);
    await page.context().clearCookies();
    await page.reload();
    await expect(frame.getByText("1 of 3", { exact: true })).toBeVisible();
    const left = await frameOf(page);
    await expect.poll(() => left.evaluate(() => location.hash)).toBe("");
    // The own page knows them too, and the way back.
    await frame.getByRole("link", { name: "My votes and statements" }).click();
    await expect(frame.getByText("1 vote", { exact: true })).toBeVisible();
    await expect(frame.getByRole("heading", { name: "On the server" })).toBeVisible();
    await frame.getByRole("link", { name: "Back to the vote" }).click();
    await expect(frame.getByText("1 of 3", { exact: true })).toBeVisible();
    await frame.getByText("On a shared device?").first().click();
    await frame.getByRole("button", { name: "Finish and forget me" }).click();
    await expect.poll(kept).toBeNull();
    await expect(frame.getByText("0 of 3", { exact: true })).toBeVisible();
  } finally {
    host.close();
  }
});

function embedOf(slug: string): string {
  const origin = required("PLENUM_E2E_URL");
  return `<plenum-conversation slug="${slug}" lang="en"></plenum-conversation>
    <script src="${origin}/embed.js" async></script>`;
}

async function frameOf(page: Page): Promise<Frame> {
  const handle = await page.locator("iframe").elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error("No frame.");
  await frame.waitForURL(/\/embed\//);
  return frame;
}

/** One is everybody's, one is this frame's on this site. */
function whichCookiesStay(frame: Frame): Promise<string> {
  return frame.evaluate(async () => {
    const cookie = { value: "1", sameSite: "none" } as const;
    await cookieStore.set({ ...cookie, name: "foreign" }).catch(() => {});
    await cookieStore.set({ ...cookie, name: "own", partitioned: true });
    return document.cookie;
  });
}

async function voteOnce(page: Page): Promise<void> {
  const frame = page.frameLocator("iframe");
  const answered = page.waitForResponse((response) => response.url().endsWith("/votes"));
  const agree = frame.getByRole("button", { name: "Agree", exact: true });
  await expect(agree).toHaveAttribute("aria-keyshortcuts", "A"); // the script is there
  await agree.click();
  expect((await answered).status()).toBe(200);
  await expect(frame.getByText("1 of 3", { exact: true })).toBeVisible();
}
