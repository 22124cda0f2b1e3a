import { expect, test } from "./fixtures";
import { VotePage } from "./pages/vote.page";

const statements = ["Trees cool the square.", "Buses should run at night.", "Rents are too high."];

test("a vote by mouse brings the next statement and survives a reload", async ({
  page,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "By mouse", statements });
  const vote = new VotePage(page, slug);
  await vote.open();
  await vote.expectKeys();
  await vote.expectProgress(0, 3);
  const answered = page.waitForResponse((response) => response.url().endsWith("/votes"));
  await vote.agree.click();
  await vote.expectProgress(1, 3);
  expect((await answered).status()).toBe(200);
  await page.reload();
  await vote.expectProgress(1, 3);
});

test("the keyboard alone votes, takes back and reaches the end", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "By keyboard", statements });
  const vote = new VotePage(page, slug);
  await vote.open();
  await vote.expectKeys();
  await page.keyboard.press("a");
  await vote.expectProgress(1, 3);
  await page.keyboard.press("d");
  await vote.expectProgress(2, 3);
  await page.keyboard.press("u");
  await vote.expectProgress(1, 3);
  await page.keyboard.press("p");
  await page.keyboard.press("d");
  await expect(page.getByText("You have voted on everything.")).toBeVisible();
});

test("a vote by key counts as important when the box is ticked", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "Important by key", statements });
  const vote = new VotePage(page, slug);
  await vote.open();
  await vote.expectKeys();
  await page.getByLabel("This is important to me").check();
  const answered = page.waitForResponse((response) => response.url().endsWith("/votes"));
  await page.keyboard.press("a");
  await answered;
  await expect(page.getByLabel("This is important to me")).not.toBeChecked();
  await page.goto(`/c/${slug}/mine`);
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(1);
});

test("nobody gets a cookie before the first vote", async ({ page, context, organiser }) => {
  const { slug } = await organiser.open({ title: "No cookie yet", statements });
  const vote = new VotePage(page, slug);
  await vote.open();
  await vote.expectKeys();
  expect(await context.cookies()).toEqual([]);
  const answered = page.waitForResponse((response) => response.url().endsWith("/votes"));
  await vote.pass.click();
  await answered;
  const cookies = await context.cookies();
  expect(cookies).toHaveLength(1);
  expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: "Lax" });
});

test("a browser that refuses to keep anything, and the channel between tabs, takes votes", async ({
  page,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Refused", statements });
  // As Firefox does in a frame on another site, where such cookies are blocked.
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
      Object.defineProperty(window, name, { get: refuse });
    }
    Object.defineProperty(window, "BroadcastChannel", { value: refuse });
  });
  const vote = new VotePage(page, slug);
  await vote.open();
  await vote.expectKeys();
  await vote.agree.click();
  await vote.disagree.click();
  await vote.expectProgress(2, statements.length);
  await expect.poll(() => organiser.listVotes(slug)).toHaveLength(2);
  await page.reload();
  await vote.expectProgress(2, statements.length);
});

test("a statement that is written is there for the next person", async ({
  page,
  browser,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Writing", statements: [] });
  await page.goto(`/c/${slug}`);
  const vote = new VotePage(page, slug);
  await vote.ownStatement.fill("夜市應該每週開放。");
  await expect(page.getByText("191 characters left")).toBeVisible();
  await vote.addStatement.click();
  await expect(page.getByText("Other people can vote on your statement now.")).toBeVisible();
  const other = await browser.newPage();
  await other.goto(`/c/${slug}`);
  await expect(new VotePage(other, slug).statement("夜市應該每週開放。")).toBeVisible();
  await other.close();
});

test("a closed conversation says so and takes no vote", async ({ page, organiser }) => {
  const made = await organiser.open({ title: "Closing", statements });
  const vote = new VotePage(page, made.slug);
  await vote.open();
  await vote.expectKeys();
  await organiser.close(made);
  await vote.agree.click();
  await expect(page.getByText("It arrived after the conversation had closed.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("This conversation has closed")).toBeVisible();
  await expect(vote.agree).toHaveCount(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("plain forms vote, write and lead on", async ({ page, organiser }) => {
    const { slug } = await organiser.open({ title: "Plain forms", statements });
    const vote = new VotePage(page, slug);
    await vote.open();
    await vote.agree.click();
    await expect(page).toHaveURL(new RegExp(`/c/${slug}`));
    await vote.expectProgress(1, 3);
    await vote.disagree.click();
    await vote.expectProgress(2, 3);
    await vote.ownStatement.fill("Shops should close on Sundays.");
    await vote.addStatement.click();
    await expect(page).toHaveURL(new RegExp(`/c/${slug}`));
    await expect(page.getByText("Thank you.", { exact: false }).first()).toBeVisible();
  });
});
