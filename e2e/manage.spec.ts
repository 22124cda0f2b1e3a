import { expect, required, test } from "./fixtures";
import { VotePage } from "./pages/vote.page";

test("a facilitator starts a conversation, moderates it and closes it", async ({
  page,
  browser,
}) => {
  await page.goto("/manage");
  await page.getByLabel("E-mail address").fill(required("PLENUM_E2E_EMAIL"));
  await page.getByLabel("Password").fill(required("PLENUM_E2E_PASSWORD"));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "New conversation" }).click();
  await page.getByLabel("Title").fill("夜市的未來");
  await page.getByLabel(/The question/).fill("What should change?");
  await page.getByLabel(/First statements/).fill("夜市應該每天營業。\n垃圾桶太少了。");
  await page.getByRole("button", { name: "Create the draft" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "夜市的未來" })).toBeVisible();
  await page.getByRole("button", { name: "Open for voting" }).click();
  await expect(page.getByText("Open: everybody with the link can vote.")).toBeVisible();

  const address = await page.getByRole("link", { name: "Vote page" }).getAttribute("href");
  const citizen = await browser.newPage();
  await citizen.goto(address ?? "");
  const vote = new VotePage(citizen, "");
  await vote.agree.click();
  await vote.expectProgress(1, 2);
  await vote.ownStatement.fill("Buy my soap.");
  await vote.addStatement.click();
  await expect(citizen.getByText("Other people can vote on your statement now.")).toBeVisible();

  await page.getByRole("link", { name: "Statements", exact: true }).click();
  await expect(page.getByText("Buy my soap.")).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("r");
  await page.keyboard.press("8");
  await expect(page.getByText("Nothing waits.")).toBeVisible();
  await page.getByRole("link", { name: "Overview" }).click();
  await page.getByRole("button", { name: "End the voting now" }).click();
  await page.getByRole("button", { name: "Yes, end it" }).click();
  await expect(page.getByText(/Closed since/)).toBeVisible();
  await citizen.reload();
  await expect(citizen.getByText("This conversation has closed")).toBeVisible();
  await citizen.close();
});

test("the console asks strangers to sign in", async ({ page }) => {
  await page.goto("/manage/new");
  await expect(page).toHaveURL(/\/manage\/sign-in/);
});
