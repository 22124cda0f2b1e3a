import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { blockFrameStorage, phaseOutCookies, refuseCookies } from "./browser/blocked-cookies";
import { serveHost } from "./browser/serve-host";
import { expect, required, test } from "./fixtures";

// Where a frame can keep nothing at all, its host keeps the token, and that is all there is.
test.use({ launchOptions: phaseOutCookies });
test.beforeEach(async ({ page }) => {
  await blockFrameStorage(page);
  await refuseCookies(page);
});

const statements = Array.from({ length: 12 }, (_, index) => `The square needs thing ${index + 1}.`);
const afterVotes = { resultsVisibility: "after-votes", resultsAfterVotes: 3 };
const origin = () => required("PLENUM_E2E_URL");
const keyOf = (slug: string) => `plenum:${origin()}/${slug}`;

test("who voted enough sees results in the frame, and who did not sees nothing of them", async ({
  page,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Framed", statements, settings: afterVotes });
  await organiser.voteInCamps(slug, 20, statements.length);
  await expect.poll(() => organiser.latestVersion(slug)).toBeGreaterThan(0);
  const host = await serveHost(embedOf(slug));
  const frame = page.frameLocator("iframe");
  const shared = frame.getByRole("heading", { name: "What everyone shares" });
  const show = (view: string) =>
    page.locator("plenum-conversation").evaluate((node, view) => {
      node.setAttribute("view", view);
    }, view);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  try {
    await page.goto(host.url);
    await voteOnce(page, 1, 12);
    await voteOnce(page, 2, 12);
    await show("results");
    await expect(frame.getByText("You have cast 2 so far.")).toBeVisible();
    await expect(shared).toHaveCount(0);

    await show("vote");
    await expect(frame.getByText("2 of 12", { exact: true })).toBeVisible();
    await voteOnce(page, 3, 12);
    await frame.getByRole("link", { name: "See the results" }).click();
    await expect(shared).toBeVisible();
    await frame.getByRole("link", { name: "Back to the vote" }).click();
    await expect(frame.getByText("3 of 12", { exact: true })).toBeVisible();
    // A frame of results alone, and one with both, find out by themselves.
    await show("results");
    await expect(shared).toBeVisible();
    // They are kept up: somebody else votes meanwhile.
    await expect(frame.getByText("Live", { exact: true })).toBeVisible();
    await organiser.vote(slug, { 1: 1, 3: 1 });
    await expect(frame.getByText(/^22 /)).toBeVisible();
    await show("both");
    await expect(shared).toBeVisible();
    await expect(frame.getByText("3 of 12", { exact: true })).toBeVisible();

    const token = await page.evaluate((key) => localStorage.getItem(key), keyOf(slug));
    expect(token).toMatch(/^v1\./);
    expect(asked.filter((url) => url.split("#")[0]!.includes(token!))).toEqual([]);
    expect(await page.context().cookies(origin())).toEqual([]);

    // Somebody else at the same page.
    await page.evaluate(() => localStorage.clear());
    await show("vote");
    await expect(frame.getByText("0 of 12", { exact: true })).toBeVisible();
    await show("results");
    await expect(frame.getByText("You have not voted yet.")).toBeVisible();
    await expect(shared).toHaveCount(0);
  } finally {
    host.close();
  }
});

test("a token of another conversation opens nothing, and is not tried again and again", async ({
  page,
  organiser,
}) => {
  const [hidden, other] = [
    await organiser.open({ title: "Hidden", statements, settings: afterVotes }),
    await organiser.open({ title: "Other", statements }),
  ];
  await organiser.voteInCamps(hidden.slug, 20, statements.length);
  await expect.poll(() => organiser.latestVersion(hidden.slug)).toBeGreaterThan(0);
  const host = await serveHost(
    embedOf(other.slug) +
      `<plenum-conversation slug="${hidden.slug}" view="results" lang="en"></plenum-conversation>`,
  );
  try {
    await page.goto(host.url);
    for (const count of [1, 2, 3]) await voteOnce(page, count, 12);
    await page.evaluate(
      ([from, to]) => localStorage.setItem(to!, localStorage.getItem(from!)!),
      [keyOf(other.slug), keyOf(hidden.slug)],
    );
    let shown = 0;
    page.on("request", (request) => {
      if (request.isNavigationRequest() && request.url().includes(hidden.slug)) shown += 1;
    });
    await page.reload();
    const frame = page.frameLocator("iframe >> nth=1");
    await page.locator("iframe").nth(1).scrollIntoViewIfNeeded();
    await expect(frame.getByText("You have not voted yet.")).toBeVisible();
    await expect.poll(() => shown).toBe(2);
    await expect(frame.getByText("You have not voted yet.")).toBeVisible();
    await page.waitForLoadState("networkidle");
    expect(shown).toBe(2);
  } finally {
    host.close();
  }
});

test("without a cookie own data is downloaded, taken to our own page, and deleted", async ({
  page,
  browser,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Framed", statements: statements.slice(0, 3) });
  const host = await serveHost(embedOf(slug));
  const frame = page.frameLocator("iframe");
  const elsewhere = await (await browser.newContext()).newPage();
  try {
    await page.goto(host.url);
    await voteOnce(page, 1, 3);
    await frame.getByRole("link", { name: "My votes and statements" }).click();

    const downloading = page.waitForEvent("download");
    await frame.getByRole("link", { name: "Download everything" }).click();
    const file = await (await downloading).path();
    expect(JSON.parse(await readFile(file, "utf8")).votes).toHaveLength(1);

    await frame.getByRole("button", { name: "Get a code" }).click();
    const link = frame.getByRole("link", { name: "Link with the code in it" });
    await elsewhere.goto((await link.getAttribute("href"))!);
    await elsewhere.getByRole("button", { name: "Continue" }).click();
    await expect(elsewhere.getByText("1 of 3", { exact: true })).toBeVisible();

    await frame.getByRole("checkbox", { name: "Yes, delete everything about me" }).check();
    await frame.getByRole("button", { name: "Delete everything" }).click();
    await expect(
      frame.getByText(/^Everything about you has been deleted, with 1 vote/),
    ).toBeVisible();
    await expect
      .poll(() => page.evaluate((key) => localStorage.getItem(key), keyOf(slug)))
      .toBeNull();
    await frame.getByRole("link", { name: "Back to the vote" }).click();
    await expect(frame.getByText("0 of 3", { exact: true })).toBeVisible();
  } finally {
    host.close();
    await elsewhere.context().close();
  }
});

function embedOf(slug: string): string {
  return `<plenum-conversation slug="${slug}" lang="en"></plenum-conversation>
    <script src="${origin()}/embed.js" async></script>`;
}

async function voteOnce(page: Page, count: number, total: number): Promise<void> {
  const frame = page.frameLocator("iframe >> nth=0");
  const agree = frame.getByRole("button", { name: "Agree", exact: true });
  await expect(agree).toHaveAttribute("aria-keyshortcuts", "A"); // the script is there
  const answered = page.waitForResponse((response) => response.url().endsWith("/votes"));
  await agree.click();
  expect((await answered).status()).toBe(200);
  await expect(frame.getByText(`${count} of ${total}`, { exact: true })).toBeVisible();
}
