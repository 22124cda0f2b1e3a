import { recordAnnouncements } from "./browser/announcements";
import { expect, test } from "./fixtures";
import { Keyboard } from "./pages/keyboard";
import { MapPage } from "./pages/map.page";
import { VotePage } from "./pages/vote.page";

const statements = Array.from({ length: 9 }, (_, index) => `Plan ${index} should go ahead.`);
const people = 24;

test.use({ viewport: { width: 640, height: 512 } }); // 1280 wide at 200%

test("somebody without a pointer votes, sees their place and reads the results", async ({
  page,
  organiser,
}) => {
  test.setTimeout(120_000);
  const { slug } = await organiser.open({ title: "By keyboard alone", statements });
  await organiser.voteInCamps(slug, people, statements.length);
  await new MapPage(page, slug).open("", people); // until the groups are there
  const vote = new VotePage(page, slug);
  const keyboard = new Keyboard(page);
  const heading = page.locator("form h2").first();

  await vote.open();
  await vote.expectKeys();
  await keyboard.choose(page.getByRole("link", { name: "Skip to the content" }));
  await expect(page.getByRole("main")).toBeFocused();
  for (let voted = 1; voted <= 7; voted += 1) {
    const number = Number((await vote.shownText()).match(/\d+/)![0]);
    await keyboard.choose(number % 4 === 2 ? vote.disagree : vote.agree); // as the first camp
    await vote.expectProgress(voted, statements.length);
    await expect(heading).toBeFocused();
    await expect(heading).toBeInViewport();
  }
  const left = await vote.shownText();
  await keyboard.choose(vote.pass, "Space");
  await vote.expectProgress(8, statements.length);
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("button", { name: "Undo my last vote" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(vote.statement(left)).toBeFocused();
  await vote.expectProgress(7, statements.length);

  const place = page.getByRole("region", { name: "Where you stand" });
  await expect(place.getByRole("paragraph").filter({ hasText: /group [AB]\.$/ })).toBeVisible();
  await keyboard.choose(page.getByRole("link", { name: "See your place on the map of opinions" }));
  await expect(page).toHaveURL(/\/results#you$/);

  const map = new MapPage(page, slug);
  const caption = page.locator("figcaption");
  await expect(page.getByRole("region", { name: "Map of opinion" })).toBeVisible();
  await keyboard.tabTo(map.places.first());
  await expect(caption).toContainText(/Group [AB]: 1\d people/);
  const labels = await map.listLabels();
  const met: string[] = [];
  for (const key of ["Home", ...labels.slice(1).map(() => "PageDown")]) {
    await page.keyboard.press(key);
    met.push((await page.locator(":focus").getAttribute("aria-label")) ?? "");
    await expect(caption).toContainText(met.at(-1)!);
  }
  expect(met.toSorted()).toEqual(labels.toSorted());
  expect(met).toContain("You are here.");
  const isle = /^Group A: 1\d people, /; // not a place in it, where as many stand
  while (!isle.test(met.pop()!)) await page.keyboard.press("PageUp");
  const island = map.place(isle);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/group=A/);
  await expect(island).toBeFocused();
  await expect(island).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("Escape");
  await expect(caption).toBeFocused();
  await keyboard.choose(page.getByRole("link", { name: "All groups" }));
  await expect(page).not.toHaveURL(/group=/);
  await keyboard.expectSomewhere();

  await keyboard.choose(page.getByRole("link", { name: "Show statement 2 on the map" }).first());
  const region = page.getByRole("region", { name: "Map of opinion" });
  await expect(region).toBeFocused();
  await expect(caption).toContainText("Who agreed with statement 2");
  const chosen = page.getByRole("region", { name: "Chosen statement" });
  await expect(chosen.getByText("Plan 2 should go ahead.")).toBeVisible();
  await page.keyboard.press("Tab"); // on from there, not from the list below
  await expect(page.getByRole("link", { name: "Map", exact: true })).toBeFocused();
  await keyboard.choose(page.getByRole("link", { name: "Table", exact: true }));
  await expect(page.getByRole("table", { name: "What each group stands for" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Table", exact: true })).toBeFocused();
  await keyboard.choose(chosen.getByRole("link", { name: "Close" }));
  await expect(chosen).toBeHidden();
  await expect(region).toBeFocused();
});

test("Tab meets everything in the order of reading, in sight and marked", async ({
  page,
  organiser,
}) => {
  test.setTimeout(120_000);
  const { slug } = await organiser.open({ title: "In order", statements });
  await organiser.voteInCamps(slug, people, statements.length);
  const map = new MapPage(page, slug);
  const keyboard = new Keyboard(page);
  for (const query of ["?lang=en", "?lang=ar&layer=statements", "?view=table&statement=1"]) {
    if (query === "?lang=en") await map.open(query, people);
    else await page.goto(`/c/${slug}/results${query}`);
    await page.waitForLoadState("networkidle");
    const { stops, wrong } = await keyboard.walk();
    expect(wrong, query).toEqual([]);
    expect(stops).toBeGreaterThan(12);
  }
  const vote = new VotePage(page, slug);
  await vote.open();
  await vote.expectKeys();
  await vote.agree.click();
  await vote.expectProgress(1, statements.length);
  const { stops, wrong } = await keyboard.walk();
  expect(wrong).toEqual([]);
  expect(stops).toBeGreaterThan(12);
});

test("each act is said once, and a missing connection not again with each vote", async ({
  page,
  context,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Said once", statements });
  const vote = new VotePage(page, slug);
  const keyboard = new Keyboard(page);
  await vote.open();
  await vote.expectKeys();
  const takeSaid = await recordAnnouncements(page);
  for (const voted of [1, 2]) {
    await page.keyboard.press("a");
    await vote.expectProgress(voted, statements.length);
    expect(await takeSaid()).toEqual(["You agreed."]);
  }
  await page.keyboard.press("u");
  await vote.expectProgress(1, statements.length);
  expect(await takeSaid()).toEqual(["Your vote was taken back."]);

  await context.setOffline(true);
  await page.keyboard.press("d");
  await expect(page.getByText("Your vote is saved on this device")).toBeVisible();
  const said = await takeSaid();
  expect(said).toHaveLength(2);
  expect(said).toContain("You disagreed.");
  await page.keyboard.press("d");
  await expect(page.getByText("Your 2 votes are saved on this device")).toBeVisible();
  expect(await takeSaid()).toEqual(["You disagreed."]);
  await context.setOffline(false);
  await expect(page.getByText("Your 2 votes have been sent and are counted.")).toBeVisible();
  expect(await takeSaid()).toEqual(["Your 2 votes have been sent and are counted."]);

  await vote.ownStatement.pressSequentially("Plans should be drawn by the neighbours.");
  await keyboard.choose(vote.addStatement);
  await expect(page.getByText("Other people can vote on your statement now.")).toBeVisible();
  const told = (await takeSaid()).filter((text) => text.includes("Other people can vote"));
  expect(told).toHaveLength(1);
  await expect(vote.addStatement).toBeFocused();
});

test("the list of languages closes with Escape, and when it is left", async ({ page }) => {
  await page.goto("/");
  const keyboard = new Keyboard(page);
  const picker = page.locator("header summary");
  const list = page.getByRole("link", { name: "Deutsch" });
  await keyboard.choose(picker);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await expect(picker).toBeFocused();
  await page.keyboard.press("Enter");
  await keyboard.tabTo(page.getByRole("searchbox"));
  await expect(list).toBeHidden();
});
