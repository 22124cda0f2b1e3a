import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import type { Organiser } from "./organiser";
import { VotePage } from "./pages/vote.page";

const statements = Array.from({ length: 12 }, (_, index) => `Plan ${index} should go ahead.`);
// A percentage, but no `%20` of an address.
const figures = /statementTotals|"agrees"|\d\s*%(?![\dA-F]{2})/;

interface Analysis {
  participants: number;
  groups: { id: number; letter: string; size: number }[];
  statementStats: Record<
    string,
    Record<string, { agrees: number; disagrees: number; votes: number }>
  >;
}

/** Waits until the votes of all 24 people have made groups; says how many. */
async function expectGroups(page: Page, slug: string, people = 24): Promise<number> {
  let found = 0;
  const read = async () => {
    const response = await page.request.get(`/api/v1/conversations/${slug}/analyses/latest`);
    const { participants = 0, groups = [] }: Partial<Analysis> = await response.json();
    found = groups.length;
    return { participants, hasGroups: found >= 2 };
  };
  await expect.poll(read, { timeout: 30_000 }).toEqual({ participants: people, hasGroups: true });
  return found;
}

/** A vote alone outside the groups could be told from the difference: a group is hidden then. */
async function addStrangers(organiser: Organiser, slug: string): Promise<void> {
  for (let stranger = 0; stranger < 5; stranger += 1) await organiser.vote(slug, { 0: 1 });
}

/** Everything that the server sends to a page, as it comes. */
function recordAnswers(page: Page): { url: string; body: string }[] {
  const answers: { url: string; body: string }[] = [];
  page.on("response", async (response) => {
    if (/\.(?:js|css|svg)/.test(response.url())) return;
    answers.push({ url: response.url(), body: await response.text().catch(() => "") });
  });
  return answers;
}

test("how the groups voted on a statement is told after the vote, in the analysis' figures", async ({
  page,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "After the vote", statements });
  await organiser.voteInCamps(slug, 24, statements.length);
  await addStrangers(organiser, slug);
  await expectGroups(page, slug, 29);
  const answers = recordAnswers(page);
  const vote = new VotePage(page, slug);
  await vote.open();
  await vote.expectKeys();
  expect(answers.map(({ body }) => body).join("\n")).not.toMatch(figures);
  expect(answers.map(({ url }) => url).join("\n")).not.toContain("/analyses/");

  const text = await vote.shownText();
  const statement = text.match(/\d+/)![0];
  const agree = await vote.agree.boundingBox();
  const asked = page.waitForResponse(/\/analyses\//);
  await vote.agree.click();
  const told = page.getByRole("region", { name: "How the groups voted" });
  await expect(told.getByText(text)).toBeVisible();
  await expect(told.getByText("You agreed.")).toBeVisible();
  const { groups, statementStats }: Analysis = await (await asked).json();
  const letters = [...groups].sort((a, b) => (a.letter < b.letter ? -1 : 1));
  await expect(told.getByRole("columnheader")).toHaveText(
    letters.map(({ letter }) => RegExp(letter)),
  );
  const of = letters.map(({ id, size }) => ({ size, ...statementStats[id]![statement]! }));
  const percent = (part: number, whole: number) => `${Math.round((100 * part) / whole)}%`;
  await expect(row(told, "agree")).toHaveText(of.map((x) => percent(x.agrees, x.votes)));
  await expect(row(told, "disagree")).toHaveText(of.map((x) => percent(x.disagrees, x.votes)));
  await expect(row(told, "did not vote")).toHaveText(of.map((x) => String(x.size - x.votes)));
  expect(await vote.agree.boundingBox()).toEqual(agree);
});

function row(region: ReturnType<Page["getByRole"]>, word: string) {
  return region.getByRole("row", { name: new RegExp(`^(?:. )?${word}`) }).getByRole("cell");
}

test("after seven votes people see their group and what it stands for, without a connection too", async ({
  page,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "My place", statements });
  await organiser.voteInCamps(slug, 24, statements.length);
  await expectGroups(page, slug);
  const vote = new VotePage(page, slug);
  await vote.open();
  await vote.expectKeys();
  const place = page.getByRole("region", { name: "Where you stand" });
  for (let voted = 1; voted <= 7; voted += 1) {
    await expect(place).toHaveCount(0);
    // As the first camp: all but every other even plan.
    const number = Number((await vote.shownText()).match(/\d+/)![0]);
    if (voted === 7) {
      await expect(page.getByText("After one more vote of yours")).toBeVisible();
      await page.route("**/votes", (route) => route.abort("internetdisconnected"));
    }
    await (number % 4 === 2 ? vote.disagree : vote.agree).click();
    await vote.expectProgress(voted, statements.length);
  }
  await expect(
    place.getByRole("paragraph").filter({ hasText: /nearest to group [A-E]\.$/ }),
  ).toBeVisible();
  await expect(place.getByRole("img", { name: /Map of opinion/ })).toBeVisible();
  await expect(place.getByText(/group [A-E] stands for/i).first()).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test("results that are not shown now are not asked for, nor is a place promised", async ({
  page,
  organiser,
}) => {
  const settings = { resultsVisibility: "after-closing" };
  const { slug } = await organiser.open({ title: "Not yet", statements, settings });
  await organiser.voteInCamps(slug, 20, statements.length);
  const answers = recordAnswers(page);
  const vote = new VotePage(page, slug);
  await vote.open();
  await vote.expectKeys();
  for (let voted = 1; voted <= 8; voted += 1) {
    await vote.agree.click();
    await vote.expectProgress(voted, statements.length);
  }
  await expect(page.getByText("The results will be published when")).toBeVisible();
  await expect(page.getByRole("region", { name: /How the groups|Where you stand/ })).toHaveCount(0);
  expect(answers.map(({ body }) => body).join("\n")).not.toMatch(figures);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page that follows a vote says the same in words", async ({ page, organiser }) => {
    const { slug } = await organiser.open({ title: "Plain place", statements });
    await organiser.voteInCamps(slug, 24, statements.length);
    await addStrangers(organiser, slug);
    const groups = await expectGroups(page, slug, 29);
    const vote = new VotePage(page, slug);
    await vote.open();
    await expect(page.getByRole("region", { name: "How the groups voted" })).toHaveCount(0);
    const text = await vote.shownText();
    await vote.agree.click();
    const told = page.getByRole("region", { name: "How the groups voted" });
    await expect(told.getByText(text)).toBeVisible();
    await expect(told.getByRole("cell", { name: /%$/ })).toHaveCount(3 * groups);
    const place = page.getByRole("region", { name: "Where you stand" });
    await expect(place.getByText("After 6 more votes of yours")).toBeVisible();
    for (let voted = 2; voted <= 7; voted += 1) await vote.agree.click();
    await expect(place.getByText(/nearest to group|stand apart/)).toBeVisible();
  });
});
