import { expect, test } from "./fixtures";
import { ResultsPage } from "./pages/results.page";
import { VotePage } from "./pages/vote.page";

const statements = Array.from({ length: 10 }, (_, index) => `計畫第 ${index} 條應該公開討論。`);

test("every open browser follows the votes by itself", async ({ page, browser, organiser }) => {
  const { slug } = await organiser.open({ title: "Live", statements });
  await organiser.voteInCamps(slug, 20, statements.length);
  const other = await browser.newPage();
  const pages = [new ResultsPage(page, slug), new ResultsPage(other, slug)];
  for (const results of pages) await results.open();
  for (const results of pages) await results.expectParticipants(20);
  await organiser.voteInCamps(slug, 3, statements.length);
  for (const results of pages) await results.expectParticipants(23);
  await other.close();
});

test("two camps are two groups that stand for opposite things and share the rest", async ({
  page,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Camps", statements });
  await organiser.voteInCamps(slug, 24, statements.length);
  const results = new ResultsPage(page, slug);
  await results.open();
  await results.expectParticipants(24);
  await expect(results.map).toBeVisible();
  const groups = results.section("What each group stands for");
  await expect(groups.getByRole("heading", { name: /Group A/ })).toBeVisible();
  await expect(groups.getByRole("heading", { name: /Group B/ })).toBeVisible();
  const shared = results.section("What everyone shares");
  await expect(shared.getByText("計畫第 1 條應該公開討論。")).toBeVisible();
  await expect(shared.getByText("計畫第 0 條應該公開討論。")).toHaveCount(0);
});

test("groups and what is shared say how sure they are", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "How sure", statements });
  await organiser.voteInCamps(slug, 24, statements.length);
  const results = new ResultsPage(page, slug);
  await results.open();
  await results.expectParticipants(24);
  const groups = results.section("What each group stands for");
  await expect(groups.getByText(/Very stable: redrawn 50 times, it came out/)).toHaveCount(2);
  await expect(groups.getByText(/\d+% \(\d+–\d+%\) of group A agree/).first()).toBeVisible();
  const shared = results.section("What everyone shares");
  await expect(shared.getByText(/shared again in \d+% of redrawings/).first()).toBeVisible();
  await expect(
    shared.getByText(/100% of all who took part, and everybody who is in a group/),
  ).toBeVisible();
});

test("votes without camps are a map without groups, and say so", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "No camps", statements });
  await organiser.voteByCoin(slug, 24, statements.length);
  const results = new ResultsPage(page, slug);
  await results.open();
  await results.expectParticipants(24);
  await expect(page.getByText("There are no clear groups yet")).toBeVisible();
  await expect(results.map).toBeVisible();
  await expect(results.section("What each group stands for")).toHaveCount(0);
  await expect(results.section("Where we divide")).toHaveCount(0);
  const all = results.section("All statements");
  for (const text of statements) await expect(all.getByText(text)).toHaveCount(1);
  await page.getByRole("link", { name: "Table" }).click();
  const row = page.getByRole("row", { name: /On the map/ });
  await expect(row.getByText("24 people")).toBeVisible();
});

test("no groups are not promised once a conversation is closed", async ({ page, organiser }) => {
  const made = await organiser.open({ title: "No camps in the end", statements });
  await organiser.voteByCoin(made.slug, 24, statements.length);
  await organiser.close(made);
  const results = new ResultsPage(page, made.slug);
  await results.open();
  await results.expectParticipants(24);
  await expect(page.getByText("There are no clear groups", { exact: true })).toBeVisible();
  await page.goto(`/overlay/${made.slug}`);
  await expect(page.getByText("No clear groups", { exact: true })).toBeVisible();
});

test("after seven votes people see where they stand", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "You are here", statements });
  await organiser.voteInCamps(slug, 20, statements.length);
  const vote = new VotePage(page, slug);
  await vote.open();
  await vote.expectKeys();
  for (let voted = 1; voted <= 7; voted += 1) {
    await vote.agree.click();
    await vote.expectProgress(voted, statements.length);
  }
  await page.getByRole("link", { name: "See your place on the map of opinions" }).click();
  await expect(page.getByText(/By your votes you stand (nearest to group|apart)/)).toBeVisible();
});

test("results that may not be seen yet are not in the page, the answers or the events", async ({
  page,
  organiser,
  request,
}) => {
  const settings = { resultsVisibility: "after-closing" };
  const made = await organiser.open({ title: "Secret until the end", statements, settings });
  await organiser.voteInCamps(made.slug, 20, statements.length);
  const results = new ResultsPage(page, made.slug);
  await results.open();
  await expect(page.getByText("Results are shown when voting has closed")).toBeVisible();
  await expect(results.map).toHaveCount(0);
  const api = `/api/v1/conversations/${made.slug}`;
  expect((await request.get(`${api}/analyses/latest`)).status()).toBe(403);
  expect((await request.get(`${api}/export/comment-groups.csv`)).status()).toBe(403);
  await organiser.close(made);
  await results.open();
  await results.expectParticipants(20);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the map and every number are there", async ({ page, organiser }) => {
    const { slug } = await organiser.open({ title: "Plain results", statements });
    await organiser.voteInCamps(slug, 20, statements.length);
    await expect.poll(() => organiser.latestVersion(slug)).toBeGreaterThan(0);
    const results = new ResultsPage(page, slug);
    await expect(async () => {
      await results.open();
      await results.expectParticipants(20);
    }).toPass();
    await expect(results.map).toBeVisible();
    const all = results.section("All statements");
    for (const text of statements) await expect(all.getByText(text)).toHaveCount(1);
  });
});
