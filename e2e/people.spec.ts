import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expect, required, test } from "./fixtures";

const waiting = "This one waits for a moderator.";
const statements = ["The square needs trees.", "The market stays open."];

async function signIn(page: Page): Promise<void> {
  await page.request.post("/api/manage/sign-in", {
    form: { email: required("PLENUM_E2E_EMAIL"), password: required("PLENUM_E2E_PASSWORD") },
  });
}

function withoutScript(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ javaScriptEnabled: false });
}

test("an owner invites an official, who sets a password and sees what an official may, all without JavaScript", async ({
  browser,
  organiser,
}) => {
  const settings = { moderation: "strict" };
  const { slug } = await organiser.open({ title: "廣場 and trees", statements, settings });
  const email = `official-${slug}@city.example`;
  const ownersRoom = await withoutScript(browser);
  const owner = await ownersRoom.newPage();
  await signIn(owner);
  await owner.goto(`/manage/c/${slug}`);
  await owner.getByRole("link", { name: "People", exact: true }).click();
  await expect(owner.getByText("This part of Plenum needs JavaScript")).toBeHidden();
  await expect(owner.getByText("The only owner.")).toBeVisible();
  await owner.getByLabel("E-mail address").fill(email);
  await owner.getByLabel("Role", { exact: true }).selectOption({ label: "Official" });
  await owner.getByRole("button", { name: "Add somebody" }).click();
  const link = await owner.getByText("/join?token=").textContent();
  await expect(owner.getByRole("heading", { name: email, exact: true })).toBeVisible();

  await owner.request.post(`/api/v1/conversations/${slug}/statements`, {
    data: { text: waiting },
  });
  const room = await withoutScript(browser);
  const official = await room.newPage();
  // As a messenger does for its preview, and whoever looks twice.
  for (let look = 0; look < 3; look += 1) await official.request.get(link ?? "");
  const response = await official.goto(link ?? "");
  expect(response?.headers()["referrer-policy"]).toBe("no-referrer");
  expect(response?.headers()["cache-control"]).toContain("no-store");
  await expect(official.getByText("“廣場 and trees”")).toBeVisible();
  await official.locator("header summary").click();
  await official.getByRole("link", { name: "Deutsch" }).click();
  await expect(official.locator("html")).toHaveAttribute("lang", "de");
  await expect(official.locator("input[name=name]")).toBeVisible();
  await official.goto(link ?? "");
  await official.getByLabel("Your name").fill("Grace Hopper");
  await official.getByLabel("Password").fill("a passphrase of her own");
  await official.getByRole("button", { name: "Join" }).click();
  await expect(official.getByRole("heading", { level: 1, name: "廣場 and trees" })).toBeVisible();
  await expect(official.getByText(`Signed in as ${email}`)).toBeVisible();
  await expect(official.getByText("Nothing needs you at the moment.")).toBeVisible();

  await official.getByRole("link", { name: "People", exact: true }).click();
  await expect(official.getByRole("heading", { name: "Grace Hopper (you)" })).toBeVisible();
  await expect(official.getByText("Role: Official")).toBeVisible();
  await expect(official.getByRole("button", { name: "Add somebody" })).toHaveCount(0);
  await expect(official.locator("main select")).toHaveCount(0);
  await expect(official.getByText(required("PLENUM_E2E_EMAIL"))).toHaveCount(0);
  await official.getByRole("link", { name: "Settings", exact: true }).click();
  await expect(official.getByText("Only an owner of the conversation can change")).toBeVisible();
  await official.getByRole("link", { name: "Statements", exact: true }).click();
  await expect(official.getByText(waiting)).toBeVisible();
  await expect(official.getByText("J next, K previous")).toHaveCount(0);
  for (const name of ["Publish", "Do not publish", "Add"]) {
    await expect(official.getByRole("button", { name, exact: true })).toHaveCount(0);
  }

  const spent = await official.goto(link ?? "");
  expect(await spent?.text()).not.toContain(email);
  await expect(official.getByText("This link does not work any more")).toBeVisible();

  await owner.goto(`/manage/c/${slug}/people`);
  await expect(owner.getByText("/join?token=")).toHaveCount(0);
  await owner.getByText("Remove: Grace Hopper", { exact: false }).first().click();
  await owner.getByRole("button", { name: "Remove: Grace Hopper" }).click();
  await expect(owner.getByText("Removed. They have no access any more.")).toBeVisible();
  await official.goto(`/manage/c/${slug}`);
  await expect(official.getByText("廣場 and trees")).toHaveCount(0);
  await ownersRoom.close();
  await room.close();
});

test("with JavaScript: what came of a form has the focus, and a link is copied with one press", async ({
  page,
  context,
  organiser,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { slug } = await organiser.open({ title: "Trees", statements });
  await signIn(page);
  await page.goto(`/manage/c/${slug}/people`);
  await page.getByLabel("E-mail address").fill(`keys-${slug}@city.example`);
  await page.keyboard.press("Enter");
  await expect(page.locator("#outcome")).toBeFocused();
  await page.getByRole("button", { name: /^Copy/ }).click();
  await expect(page.getByText("Copied")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/\/join\?token=[0-9a-f]{64}$/);
  await page.getByRole("button", { name: /^Make a new link/ }).click();
  await expect(page.getByText("/join?token=")).not.toHaveText(link);
  await page.getByRole("button", { name: /^Withdraw the invitation/ }).click();
  await expect(page.getByText("Withdrawn. The link does not work any more.")).toBeVisible();
  await expect(page.getByText("/join?token=")).toHaveCount(0);
});
