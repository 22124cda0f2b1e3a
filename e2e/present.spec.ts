import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { expect, required, test } from "./fixtures";
import type { Organiser } from "./organiser";

const statements = ["Benches before cars.", "More trees in the square.", "Closed at night."];

function stageOf(page: Page) {
  return page.getByRole("region", { name: "Live session" });
}

/** A conversation whose first statement a presenter shows, and a phone on which it stands. */
async function showFirst(
  presenter: Page,
  { browser, organiser }: { browser: Browser; organiser: Organiser },
) {
  const made = await organiser.open({ title: "The square", statements });
  await organiser.lendSession(presenter.context());
  await presenter.goto(`/manage/c/${made.slug}/present?lang=en`);
  await press(presenter, "Start the live session");
  await press(presenter, "Show the next statement");
  const phone = await (await browser.newContext()).newPage();
  await phone.goto(`/c/${made.slug}?lang=en`);
  await expect(stageOf(phone).getByRole("heading", { name: statements[0] })).toBeVisible();
  return { made, phone };
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

test("two phones follow a presenter: shown, voted on, closed, revealed, next, ended", async ({
  page: presenter,
  browser,
  organiser,
}) => {
  const made = await organiser.open({ title: "The square", statements });
  await organiser.voteInCamps(made.slug, 8, 2);
  await organiser.lendSession(presenter.context());
  await presenter.setViewportSize({ width: 375, height: 700 });
  await presenter.goto(`/manage/c/${made.slug}/present?lang=en`);
  const contexts = [await browser.newContext(), await browser.newContext()];
  const [early, late] = await Promise.all(contexts.map((context) => context.newPage()));
  if (!early || !late) throw new Error("Two phones are needed.");
  const listening = early.waitForRequest(/\/events/);
  await early.goto(`/c/${made.slug}?lang=en`);
  await listening;

  await press(presenter, "Start the live session");
  await press(presenter, "Show the next statement");
  await expect(stageOf(early).getByRole("heading", { name: statements[0] })).toBeVisible();
  const axe = await new AxeBuilder({ page: early }).analyze();
  expect(axe.violations).toEqual([]);
  await late.goto(`/c/${made.slug}?lang=en`);
  await expect(stageOf(late).getByRole("heading", { name: statements[0] })).toBeVisible();
  for (const phone of [early, late]) {
    const answered = phone.waitForResponse(/\/votes$/);
    await stageOf(phone).getByRole("button", { name: "Agree", exact: true }).click();
    expect((await answered).status()).toBe(200);
  }
  await organiser.awaitAnalysis(made.slug, 8 * 2 + 2);
  await expect(presenter.getByText("Votes: 10")).toBeVisible();

  await press(presenter, "Close voting");
  for (const phone of [early, late]) {
    await expect(stageOf(phone).getByText("Voting on this statement is closed.")).toBeVisible();
    await expect(stageOf(phone).getByText("How everybody voted")).toHaveCount(0);
  }
  await press(presenter, "Reveal the results");
  await expect(stageOf(early).getByText("How everybody voted")).toBeVisible();
  await expect(stageOf(early).getByText(/Agree \d+%/)).toBeVisible();
  await press(presenter, "Show the next statement");
  await expect(stageOf(late).getByRole("heading", { name: statements[1] })).toBeVisible();
  await press(presenter, "End the live session");
  await expect(stageOf(late)).toHaveCount(0);
  await expect(late.getByRole("button", { name: "Disagree" })).toBeVisible();
  for (const context of contexts) await context.close();
});

test("a vote that comes after the close is kept on the phone and counts when it opens again", async ({
  page: presenter,
  browser,
  organiser,
}) => {
  const { made, phone } = await showFirst(presenter, { browser, organiser });
  // Its vote leaves while voting is open, and is on the way when that ends.
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await phone.route(/\/votes$/, async (route) => {
    await held;
    await route.continue();
  });
  await stageOf(phone).getByRole("button", { name: "Disagree", exact: true }).click();
  await press(presenter, "Close voting");
  await expect(stageOf(phone).getByText("Voting on this statement is closed.")).toBeVisible();
  const refused = phone.waitForResponse(/\/votes$/);
  letGo();
  expect((await refused).status()).toBe(412);
  await expect(stageOf(phone).getByText("kept on this device")).toBeVisible();
  const counted = phone.waitForResponse((answer) => answer.url().endsWith("/votes") && answer.ok());
  await press(presenter, "Open voting");
  await counted;
  await expect.poll(async () => (await organiser.listVotes(made.slug)).length).toBe(1);
  await phone.context().close();
});

test("revealed results follow the votes where only those who voted may see them", async ({
  page: presenter,
  browser,
  organiser,
}) => {
  const settings = { resultsVisibility: "after-votes", resultsAfterVotes: 1 };
  const made = await organiser.open({ title: "The square", statements, settings });
  await organiser.voteInCamps(made.slug, 8, 2);
  await organiser.awaitAnalysis(made.slug, 8 * 2);
  await organiser.lendSession(presenter.context());
  await presenter.goto(`/manage/c/${made.slug}/present?lang=en`);
  await press(presenter, "Start the live session");
  const context = await browser.newContext();
  const phone = await context.newPage();
  const listening = phone.waitForRequest(/\/events/);
  await phone.goto(`/c/${made.slug}?lang=en`);
  await listening;
  await press(presenter, "Show the next statement");
  await stageOf(phone).getByRole("button", { name: "Agree", exact: true }).click();
  await press(presenter, "Reveal the results");
  const results = stageOf(phone).getByText(/Agree \d+%/);
  await expect(results).toBeVisible();
  const before = await results.textContent();
  await organiser.voteInCamps(made.slug, 24, 1);
  await expect(results).not.toHaveText(before ?? "", { timeout: 15_000 });
  await context.close();
});

test("a phone that slept listens anew", async ({ page, organiser }) => {
  const made = await organiser.open({ title: "The square", statements });
  const listening = page.waitForRequest(/\/events/);
  await page.goto(`/c/${made.slug}?lang=en`);
  await listening;
  const again = page.waitForRequest(/\/events/);
  await page.evaluate(() => {
    const turn = (isHidden: boolean) => {
      Object.defineProperty(document, "hidden", { value: isHidden, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    };
    turn(true);
    const asleepSince = Date.now();
    Date.now = () => asleepSince + 60_000;
    turn(false);
  });
  await again;
});

test("of two presenters the slower one is told, and sees what is shown", async ({
  page,
  organiser,
}) => {
  const made = await organiser.open({ title: "The square", statements });
  await organiser.lendSession(page.context());
  const address = `/manage/c/${made.slug}/present?lang=en`;
  await page.goto(address);
  await page.route(/\/events/, (route) => route.abort()); // this one hears nothing of the other
  await page.goto(address);
  const other = await page.context().newPage();
  await other.goto(address);
  await press(other, "Start the live session");
  await press(other, "Show the next statement");
  await expect(other.getByText("Voting is open")).toBeVisible();
  await press(page, "Start the live session");
  await expect(page.getByText("Somebody else presents too and was faster.")).toBeVisible();
  await expect(page.getByText("Voting is open")).toBeVisible();
});

test("a presenter whose connection is lost is told so, keeps the page, and goes on", async ({
  page,
  organiser,
}) => {
  const made = await organiser.open({ title: "The square", statements });
  await organiser.lendSession(page.context());
  await page.goto(`/manage/c/${made.slug}/present?lang=en`);
  await press(page, "Start the live session");
  await press(page, "Show the next statement");
  await expect(page.getByText("Voting is open")).toBeVisible();
  const lost = page.getByText("The server cannot be reached.");
  await page.context().setOffline(true);
  await press(page, "Close voting");
  await expect(lost).toBeVisible();
  await press(page, "Close voting");
  await expect(lost).toBeVisible();
  await expect(page.getByText("Voting is open")).toBeVisible();
  await page.context().setOffline(false);
  await press(page, "Close voting");
  await expect(page.getByText("Voting is closed")).toBeVisible();
  await expect(lost).toHaveCount(0);
});

test("what is rejected leaves the stage, and a conversation that is closed closes it", async ({
  page,
  browser,
  organiser,
}) => {
  const { made, phone } = await showFirst(page, { browser, organiser });
  await organiser.reject(made, 0);
  await expect(stageOf(phone)).toHaveCount(0);
  await expect(page.getByText("Voting is open")).toHaveCount(0);
  await expect(page.getByRole("main")).not.toContainText(statements[0]!);
  await press(page, "Show the next statement");
  await expect(stageOf(phone).getByRole("heading", { name: statements[1] })).toBeVisible();
  await organiser.close(made);
  await expect(stageOf(phone).getByText("Voting on this statement is closed.")).toBeVisible();
  await expect(page.getByText("Voting is closed")).toBeVisible();
  await expect(page.getByRole("button", { name: "Open voting" })).toHaveCount(0);
  await phone.context().close();
});

test("an embed follows a live session that begins later", async ({ page, browser, organiser }) => {
  const made = await organiser.open({ title: "The square", statements });
  await organiser.lendSession(page.context());
  await page.goto(`/manage/c/${made.slug}/present?lang=en`);
  const context = await browser.newContext();
  const embed = await context.newPage();
  const listening = embed.waitForRequest(/\/events/);
  await embed.goto(`/embed/${made.slug}?lang=en`);
  await listening;
  await press(page, "Start the live session");
  await press(page, "Show the next statement");
  await expect(stageOf(embed).getByRole("heading", { name: statements[0] })).toBeVisible();
  await context.close();
});

test("it can be presented from a keyboard, and is found without faults", async ({
  page,
  organiser,
}) => {
  const made = await organiser.open({
    title: "The square",
    statements: [...statements, `See example.org/${"a".repeat(90)}`],
  });
  await organiser.lendSession(page.context());
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`/manage/c/${made.slug}/present?lang=en`);
  await press(page, "Start the live session");
  await expect(page.getByRole("button", { name: "Show the next statement" })).toBeVisible();
  await page.keyboard.press("n");
  await expect(page.getByText("Voting is open")).toBeVisible();
  await page.keyboard.press("v");
  await expect(page.getByText("Voting is closed")).toBeVisible();
  await page.keyboard.press("r");
  await expect(page.getByText("Results are shown")).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide, "no sideways scrolling").toBe(false);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test("without JavaScript the presenter and a participant get along by forms", async ({
  browser,
  organiser,
}) => {
  const made = await organiser.open({ title: "The square", statements });
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: required("PLENUM_E2E_URL"),
  });
  await organiser.lendSession(context);
  const presenter = await context.newPage();
  await presenter.goto(`/manage/c/${made.slug}/present?lang=en`);
  await press(presenter, "Start the live session");
  await presenter.getByRole("button", { name: new RegExp(`Show ?: ${statements[2]}`) }).click();
  await expect(presenter.getByText("Voting is open")).toBeVisible();
  const visitor = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: required("PLENUM_E2E_URL"),
  });
  const phone = await visitor.newPage();
  await phone.goto(`/c/${made.slug}?lang=en`);
  await expect(phone.getByRole("heading", { name: statements[2] })).toBeVisible();
  await phone.getByRole("button", { name: "Pass" }).click();
  await expect(phone.getByRole("heading", { name: statements[2] })).toHaveCount(0);
  const late = await visitor.newPage();
  await visitor.clearCookies();
  await late.goto(`/c/${made.slug}?lang=en`);
  await expect(late.getByRole("heading", { name: statements[2] })).toBeVisible();
  await press(presenter, "Close voting");
  await expect(presenter.getByText("Voting is closed")).toBeVisible();
  await late.getByRole("button", { name: "Pass" }).click();
  await expect(late.getByText("Voting on this statement is closed.")).toBeVisible();
  expect((await organiser.listVotes(made.slug)).map(({ statement }) => statement)).toEqual(["2"]);
  for (const used of [context, visitor]) await used.close();
});
