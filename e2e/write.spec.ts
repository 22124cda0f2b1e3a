import AxeBuilder from "@axe-core/playwright";
import { expect, required, test } from "./fixtures";
import { VotePage } from "./pages/vote.page";

const statements = [
  "Night buses should run every hour.",
  "The library needs a new roof.",
  "Rents in the centre are too high.",
];

test("whoever writes what is there already votes on it instead", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "Similar", statements });
  const vote = new VotePage(page, slug);
  await vote.open();
  await vote.expectKeys();
  await vote.ownStatement.fill("Should buses run at night?");
  await expect(page.getByText("This looks like a question.")).toBeVisible();
  const similar = page.getByRole("group", { name: statements[0] });
  await expect(similar).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const answered = page.waitForResponse((response) => response.url().endsWith("/votes"));
  await similar.getByRole("button", { name: "Disagree" }).click();
  expect((await answered).status()).toBe(200);
  await expect(similar.getByRole("button", { name: "Disagree" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await vote.expectProgress(1, 3);
  await expect(vote.statement(statements[0]!)).toBeHidden();
  await page.goto(`/c/${slug}/mine`);
  await expect(page.getByRole("group", { name: statements[0] })).toBeVisible();
});

test("a text outlives a reload, and one sent without a connection goes by itself", async ({
  page,
  context,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Offline writing", statements });
  const vote = new VotePage(page, slug);
  await vote.open();
  await vote.expectKeys();
  await vote.ownStatement.fill("Every bench should have a back");
  await page.reload();
  await expect(vote.ownStatement).toHaveValue("Every bench should have a back");
  await expect(page.getByText("170 characters left")).toBeVisible();
  await context.setOffline(true);
  await vote.addStatement.click();
  await expect(page.getByText("Your statement is kept on this device")).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText("Other people can vote on your statement now.")).toBeVisible();
  await expect(vote.ownStatement).toHaveValue("");
  await page.getByRole("link", { name: "See what becomes of it" }).click();
  const mine = page.getByRole("region", { name: "My statements" });
  await expect(mine.getByRole("listitem")).toHaveCount(1);
  await expect(mine.getByText("1 person voted on it")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test("the second author of the same statement is offered the first", async ({
  page,
  browser,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Twice", statements });
  const text = "Every bench should have a back";
  for (const [author, words] of [
    [page, text],
    [await browser.newPage(), `${text.toUpperCase()}.`],
  ] as const) {
    const vote = new VotePage(author, slug);
    await author.goto(`${required("PLENUM_E2E_URL")}/c/${slug}`);
    await vote.expectKeys();
    await vote.ownStatement.fill(words);
    await vote.addStatement.click();
    if (author === page) {
      await expect(author.getByText("Other people can vote")).toBeVisible();
      continue;
    }
    await expect(author.getByText("Somebody has written this already")).toBeVisible();
    const offered = author.getByRole("group", { name: text });
    await offered.getByRole("button", { name: "Agree", exact: true }).click();
    await vote.expectProgress(1, 4);
    await author.close();
  }
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a statement is written, its vote found again, changed and withdrawn", async ({
    page,
    organiser,
  }) => {
    const { slug } = await organiser.open({ title: "Plain writing", statements });
    await page.goto(`/c/${slug}`);
    await page.getByLabel("Your own statement").fill("Night buses should run EVERY hour");
    await page.getByRole("button", { name: "Add the statement" }).click();
    await page.getByRole("link", { name: "Vote on it" }).click();
    await expect(page.getByRole("heading", { level: 2, name: statements[0] })).toBeVisible();
    await page.getByRole("button", { name: "Agree", exact: true }).click();
    await page.getByLabel("Your own statement").fill("Every bench should have a back");
    await page.getByRole("button", { name: "Add the statement" }).click();
    await expect(page.getByText("Your statement has been received.")).toBeVisible();
    await page.goto(`/c/${slug}/mine?q=BENCH`);
    const votes = page.getByRole("region", { name: "My votes" }).getByRole("listitem");
    await expect(votes).toHaveCount(1);
    const own = page.getByRole("group", { name: "Every bench should have a back" });
    await own.getByLabel("This is important to me").check();
    await own.getByRole("button", { name: "Disagree" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
    await expect(own.getByRole("button", { name: "Disagree" })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    await expect(own.getByLabel("This is important to me")).toBeChecked();
    await own.getByRole("button", { name: "Withdraw" }).click();
    await expect(own).toBeHidden();
    await expect(votes).toHaveCount(1);
  });
});
