import type { BrowserContext, Page } from "@playwright/test";
import { createOwnBrowser } from "./browser/own-browser";
import { wakeWorker } from "./browser/wake-worker";
import { expect, required, test } from "./fixtures";
import { waitForCopy } from "./pages/kept-copy";
import { VotePage } from "./pages/vote.page";

const statements = Array.from({ length: 12 }, (_, at) => `Statement number ${at}.`);

const saved = (page: Page, count: number) =>
  page.getByText(
    count === 1 ? "Your vote is saved on this device" : `Your ${count} votes are saved`,
  );

async function open(
  context: BrowserContext,
  slug: string,
): Promise<{ page: Page; vote: VotePage }> {
  const page = await context.newPage();
  const vote = new VotePage(page, slug);
  await page.goto(`${required("PLENUM_E2E_URL")}/c/${slug}`);
  await vote.expectKeys();
  return { page, vote };
}

test("the connection goes and comes back in the middle of votes, and every vote counts once", async ({
  context,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Tunnel", statements });
  const { page, vote } = await open(context, slug);
  await vote.agree.click();
  await vote.disagree.click();
  await expect.poll(() => organiser.listVotes(slug)).toHaveLength(2);
  await context.setOffline(true);
  for (const button of [vote.agree, vote.pass, vote.disagree]) await button.click();
  await expect(saved(page, 3)).toBeVisible();
  await vote.expectProgress(5, 12);
  await context.setOffline(false);
  await expect(page.getByText("Your 3 votes have been sent and are counted.")).toBeVisible();
  await vote.agree.click();
  await vote.expectProgress(6, 12);
  await expect.poll(async () => (await organiser.listVotes(slug)).length).toBe(6);
  const votes = await organiser.listVotes(slug);
  expect(new Set(votes.map(({ statement }) => statement)).size).toBe(6);
  expect(new Set(votes.map(({ voter }) => voter)).size).toBe(1);
});

test("a vote whose answer was lost on the way is not counted twice", async ({
  context,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Lost answer", statements });
  const { page, vote } = await open(context, slug);
  let lost = 0;
  await page.route("**/votes", async (route) => {
    if (lost >= 2) return route.continue();
    await route.fetch(); // stored by the server
    lost += 1;
    await route.abort("connectionreset");
  });
  await vote.agree.click();
  await expect(page.getByText("Your vote has been sent and is counted.")).toBeVisible();
  expect(lost).toBeGreaterThan(0);
  await vote.expectProgress(1, 12);
  expect(await organiser.listVotes(slug)).toHaveLength(1);
});

test("after a first visit the page opens without a connection, and voting goes on", async ({
  context,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Opens offline", statements });
  const { page, vote } = await open(context, slug);
  await vote.agree.click();
  await vote.expectProgress(1, 12);
  await waitForCopy(page, slug);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText("No connection at the moment")).toBeVisible();
  await vote.expectProgress(1, 12);
  for (let voted = 2; voted <= 12; voted += 1) {
    await vote.agree.click();
    await vote.expectProgress(voted, 12);
  }
  await expect(saved(page, 11)).toBeVisible();
  await page.reload(); // and what was voted on is not asked again
  await vote.expectProgress(12, 12);
  await context.setOffline(false);
  await expect(page.getByText("You have voted on everything.")).toBeVisible();
  await expect.poll(async () => (await organiser.listVotes(slug)).length).toBe(12);
  expect(new Set((await organiser.listVotes(slug)).map(({ voter }) => voter)).size).toBe(1);
});

test("code that cannot be fetched takes nothing away from voting", async ({
  browser,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "No more code", statements });
  await organiser.voteInCamps(slug, 20, statements.length);
  await expect.poll(() => organiser.latestVersion(slug)).toBeGreaterThan(0);
  const context = await browser.newContext({ serviceWorkers: "block" });
  const { vote, page } = await open(context, slug);
  const analysis = page.waitForResponse((response) => response.url().endsWith("/analyses/latest"));
  await vote.agree.click();
  await analysis; // what tells of it is here, the map is not
  await page.route("**/_next/static/**", (route) => route.abort());
  for (let voted = 2; voted <= 9; voted += 1) {
    await vote.agree.click();
    await vote.expectProgress(voted, 12);
  }
  await expect.poll(() => organiser.listVotes(slug)).toHaveLength(20 * 12 + 9);
  await vote.expectProgress(9, 12);
  await context.close();
});

test("what is kept of a page tells nothing of who used it", async ({ context, organiser }) => {
  const { slug } = await organiser.open({ title: "Kept", statements });
  const { page, vote } = await open(context, slug);
  await vote.agree.click();
  await expect.poll(() => organiser.listVotes(slug)).toHaveLength(1);
  await page.goto(`${required("PLENUM_E2E_URL")}/c/${slug}/mine`);
  await page.goto(`${required("PLENUM_E2E_URL")}/c/${slug}/results`);
  await page.goto(`${required("PLENUM_E2E_URL")}/c/${slug}`);
  await waitForCopy(page, slug);
  const kept = await page.evaluate(async (path) => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    const copy = await caches.match(path);
    return {
      paths: requests.flat().map(({ url }) => new URL(url).pathname),
      text: (await copy?.text()) ?? "",
    };
  }, `/c/${slug}`);
  const others = kept.paths.filter((path) => !path.startsWith("/_next/static/"));
  expect(others).toEqual([`/c/${slug}`]);
  expect(kept.text).toContain("Kept");
  expect(kept.text).not.toContain("Statement number");
});

test("undo takes back a vote that has not left yet, also after a reload", async ({
  context,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Undo offline", statements });
  const { page, vote } = await open(context, slug);
  await waitForCopy(page, slug);
  await context.setOffline(true);
  await vote.agree.click();
  await vote.disagree.click();
  await expect(saved(page, 2)).toBeVisible();
  await page.reload();
  await vote.expectProgress(2, 12);
  await vote.expectKeys();
  await page.keyboard.press("Control+z");
  await vote.expectProgress(1, 12);
  await context.setOffline(false);
  await expect(page.getByText("No connection at the moment")).toBeHidden();
  await page.reload();
  await vote.expectProgress(1, 12);
});

test("what two tabs cast is one participant's, and neither asks what the other has", async ({
  context,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Two tabs", statements: statements.slice(0, 4) });
  const [one, other] = [await open(context, slug), await open(context, slug)];
  await context.setOffline(true);
  await one.vote.agree.click();
  await one.vote.agree.click();
  await other.vote.expectProgress(2, 4);
  await other.vote.disagree.click();
  await other.vote.disagree.click();
  await expect(one.page.getByText("You have voted on everything.")).toBeVisible();
  await context.setOffline(false);
  await expect.poll(async () => (await organiser.listVotes(slug)).length).toBe(4);
  const votes = await organiser.listVotes(slug);
  expect(new Set(votes.map(({ statement }) => statement)).size).toBe(4);
  expect(new Set(votes.map(({ voter }) => voter)).size).toBe(1);
});

test("votes that come too late are told to be", async ({ context, organiser }) => {
  const made = await organiser.open({ title: "Too late", statements });
  const { page, vote } = await open(context, made.slug);
  await vote.agree.click();
  await expect.poll(() => organiser.listVotes(made.slug)).toHaveLength(1);
  await context.setOffline(true);
  await vote.agree.click();
  await vote.agree.click();
  await expect(saved(page, 2)).toBeVisible();
  await organiser.close(made);
  await page.close();
  await context.setOffline(false);
  const later = await context.newPage();
  await later.goto(`${required("PLENUM_E2E_URL")}/c/${made.slug}`);
  await expect(later.getByText("2 votes arrived after the conversation had closed.")).toBeVisible();
  expect(await organiser.listVotes(made.slug)).toHaveLength(1);
});

test("a link to one statement shows it first, with the vote it has", async ({
  page,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Linked", statements });
  const vote = new VotePage(page, slug);
  await page.goto(`/c/${slug}?statement=7`);
  await vote.expectKeys();
  await expect(vote.statement("Statement number 7.")).toBeVisible();
  await vote.disagree.click();
  await vote.expectProgress(1, 12);
  await expect(page).toHaveURL(new RegExp(`/c/${slug}$`));
  await expect.poll(() => organiser.listVotes(slug)).toHaveLength(1);
  await page.goto(`/c/${slug}?statement=7`);
  await expect(vote.disagree).toHaveAttribute("aria-pressed", "true");
  await vote.agree.click();
  await expect(vote.statement("Statement number 7.")).toBeHidden();
  await vote.expectProgress(1, 12);
  await page.goto(`/c/${slug}?statement=99`);
  await expect(
    page.getByText("The statement you were sent to is not up for a vote."),
  ).toBeVisible();
  await expect(vote.agree).toBeVisible();
});

test("votes leave when there is a connection, although their page is closed", async ({
  context,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Closed page", statements });
  const { page, vote } = await open(context, slug);
  await waitForCopy(page, slug);
  await context.setOffline(true);
  await vote.agree.click();
  await vote.agree.click();
  await expect(saved(page, 2)).toBeVisible();
  await page.close();
  await context.setOffline(false);
  await wakeWorker(context, required("PLENUM_E2E_URL"));
  await expect.poll(() => organiser.listVotes(slug)).toHaveLength(2);
  const again = await open(context, slug); // the worker got the cookie: the same participant
  await again.vote.expectProgress(2, 12);
});

test("a vote outlives the browser: killed before it left, it arrives after the next start", async ({
  organiser,
  launchOptions,
}) => {
  test.setTimeout(120_000);
  const { slug } = await organiser.open({ title: "Killed", statements });
  const browser = await createOwnBrowser(launchOptions);
  try {
    const before = await browser.start();
    const { page, vote } = await open(before, slug);
    await waitForCopy(page, slug);
    await before.setOffline(true);
    await vote.agree.click();
    await vote.disagree.click();
    await expect(saved(page, 2)).toBeVisible();
    await browser.kill(before);
    expect(await organiser.listVotes(slug)).toEqual([]);

    const after = await browser.start();
    await after.setOffline(true);
    const reopened = await open(after, slug);
    await reopened.vote.expectProgress(2, 12);
    await after.setOffline(false);
    await expect.poll(() => organiser.listVotes(slug)).toHaveLength(2);
    await reopened.page.reload();
    await reopened.vote.expectProgress(2, 12);
    const votes = await organiser.listVotes(slug);
    expect(votes).toHaveLength(2);
    expect(new Set(votes.map(({ voter }) => voter)).size).toBe(1);
  } finally {
    await browser.remove();
  }
});
