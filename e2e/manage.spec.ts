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
  await vote.expectKeys();
  await vote.agree.click();
  await vote.expectProgress(1, 2);
  await vote.ownStatement.fill("Buy my soap.");
  await vote.addStatement.click();
  await expect(citizen.getByText("Other people can vote on your statement now.")).toBeVisible();

  await page.getByRole("link", { name: "Statements", exact: true }).click();
  await expect(page.getByText("Buy my soap.")).toBeVisible();
  // The list says so once single keys move through it: the script is there.
  await expect(page.locator('ul[aria-keyshortcuts="J K"]')).toBeVisible();
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

test("every page of a draft is there for its organiser, and for nobody else", async ({
  page,
  browser,
  organiser,
}) => {
  const { slug } = await organiser.draft({ title: "Unripe", statements: ["One."] });
  await page.request.post("/api/manage/sign-in", {
    form: {
      email: required("PLENUM_E2E_EMAIL"),
      password: required("PLENUM_E2E_PASSWORD"),
    },
  });
  const stranger = await browser.newContext();
  const paths = [`/c/${slug}`, `/c/${slug}/results`, `/c/${slug}/report`, `/c/${slug}/mine`];
  // A stream's overlay shows each source the same: nobody is signed in there.
  const onAir = `/overlay/${slug}`;
  for (const path of [...paths, `/embed/${slug}`, onAir]) {
    const isThere = path !== onAir;
    expect.soft((await page.request.get(path)).status(), path).toBe(isThere ? 200 : 404);
    const refused = await stranger.request.get(path);
    expect.soft(refused.status(), path).toBe(404);
    expect.soft(await refused.text(), path).not.toContain("Unripe");
  }
  await stranger.close();
});
