import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { OwnData } from "@/lib/schemas/own-data";
import { expect, test } from "./fixtures";
import { VotePage } from "./pages/vote.page";

const statements = ["Trees cool the square.", "Buses should run at night.", "Rents are too high."];

/** Agrees with as many statements as asked, each answered by the server. */
async function agree(page: Page, slug: string, votes: number): Promise<void> {
  const vote = new VotePage(page, slug);
  await vote.open();
  await vote.expectKeys();
  for (let count = 0; count < votes; count += 1) {
    const answered = page.waitForResponse((response) => response.url().endsWith("/votes"));
    await vote.agree.click();
    expect((await answered).status()).toBe(200);
  }
  await vote.expectProgress(votes, statements.length);
}

async function expectNoFindings(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const findings = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  expect(findings, where).toEqual([]);
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overhang, `${where} scrolls sideways`).toBeLessThanOrEqual(0);
}

test("no page sets a cookie before the first vote", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "No cookies", statements });
  const paths = ["/", `/c/${slug}`, `/c/${slug}/results`, `/c/${slug}/report`, `/c/${slug}/mine`];
  paths.push(`/c/${slug}/my-data`, `/c/${slug}/resume`, `/embed/${slug}`, `/overlay/${slug}`);
  paths.push("/manage/sign-in", "/nothing/here", `/c/${slug}?lang=zh-Hant`);
  const set: string[] = [];
  page.on("response", async (response) => {
    if ((await response.allHeaders())["set-cookie"]) set.push(response.url());
  });
  for (const path of paths) {
    await page.goto(path);
    await expect(page.locator("body")).toBeVisible();
  }
  expect(set).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
  await agree(page, slug, 1);
  expect(await page.context().cookies()).toHaveLength(1);
});

test.describe("without JavaScript, 320 pixels wide", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

  test("somebody sees, carries over, hands on and deletes what is stored", async ({
    page,
    browser,
    organiser,
  }) => {
    const { slug } = await organiser.open({ title: "Plain", statements });
    const vote = new VotePage(page, slug);
    await vote.open();
    await vote.agree.click();
    await vote.disagree.click();
    await page.getByRole("link", { name: "What is stored about me" }).click();
    await expect(page.getByText("2 votes")).toBeVisible();
    await page.getByRole("button", { name: "Get a code" }).click();
    const code = await page.getByText(/^\w{3}-\w{3}-\w{3}$/).textContent();
    expect(page.url()).not.toContain(code!);

    const context = await browser.newContext({ javaScriptEnabled: false });
    const tablet = await context.newPage();
    await tablet.goto(`/c/${slug}/resume`);
    await tablet.getByLabel("Code").fill(code!.toLowerCase().replaceAll("-", ""));
    await tablet.getByRole("button", { name: "Continue" }).click();
    await new VotePage(tablet, slug).expectProgress(2, 3);
    await tablet.getByText("Finish and forget me").first().click();
    await tablet.getByRole("button", { name: "Finish and forget me" }).click();
    await expect(tablet.getByText("This device has forgotten who voted.")).toBeVisible();
    await new VotePage(tablet, slug).expectProgress(0, 3);
    expect(await context.cookies()).toEqual([]);
    await context.close();

    await page.goto(`/c/${slug}/my-data`);
    await page.getByRole("checkbox", { name: "Yes, delete everything about me" }).check();
    await page.getByRole("button", { name: "Delete everything" }).click();
    await expect(
      page.getByText("Everything about you has been deleted, with 2 votes."),
    ).toBeVisible();
    await expect(page.getByText("Nothing is stored about you here")).toBeVisible();
    expect(await page.context().cookies()).toEqual([]);
  });
});

test("the last vote is sent, or asked about, before a shared device forgets", async ({
  page,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Tablet", statements });
  await agree(page, slug, 1);
  const vote = new VotePage(page, slug);
  await page.getByText("On a shared device?").click();
  await page.waitForLoadState("networkidle");
  await page.context().setOffline(true);
  await vote.agree.click();
  await page.getByRole("button", { name: "Finish and forget me" }).click();
  await expect(page.getByText("1 vote has not been sent yet.", { exact: false })).toBeVisible();
  await expectNoFindings(page, "votes that are not sent");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("This device has forgotten who voted.")).toBeVisible();
  await vote.expectProgress(0, 3);
  expect(await page.context().cookies()).toEqual([]);
  const kept = await page.evaluate(async () => ({
    storage: Object.keys(localStorage).filter((key) => /outbox|participant/.test(key)),
    past: Object.keys(sessionStorage).filter((key) => key.startsWith("plenum-past")),
  }));
  expect(kept).toEqual({ storage: [], past: [] });
});

test("deleting by keyboard takes the votes away and other open pages begin anew", async ({
  page,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Delete", statements });
  await agree(page, slug, 2);
  const other = await page.context().newPage();
  await other.goto(`/c/${slug}/my-data`);
  const [download] = await Promise.all([
    other.waitForEvent("download"),
    other.getByRole("link", { name: "Download everything" }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  const data = OwnData.parse(JSON.parse(Buffer.concat(chunks).toString("utf8")));
  expect(data.votes.map(({ value }) => value)).toEqual([1, 1]);
  await expectNoFindings(other, "my data");
  await other.getByRole("checkbox", { name: "Yes, delete everything about me" }).focus();
  await other.keyboard.press("Space");
  await other.keyboard.press("Tab");
  await other.keyboard.press("Enter");
  await expect(
    other.getByText("Everything about you has been deleted, with 2 votes."),
  ).toBeVisible();
  await expectNoFindings(other, "nothing stored");
  await new VotePage(page, slug).expectProgress(0, 3);
});

test("nothing moves under a finger when scripts tell what waits in the browser", async ({
  page,
  browser,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Still", statements });
  await agree(page, slug, 1);
  await page.goto(`/c/${slug}/my-data`);
  await expect(page.getByText("No votes that still have to be sent.")).toBeVisible();
  const storageState = await page.context().storageState();
  const withoutScripts = await browser.newContext({ javaScriptEnabled: false, storageState });
  const plain = await withoutScripts.newPage();
  await plain.goto(`/c/${slug}/my-data`);
  await expect(plain.getByText("No votes that still have to be sent.")).toBeHidden();
  const [moved, still] = await Promise.all(
    [page, plain].map((each) =>
      each.getByRole("link", { name: "Download everything" }).boundingBox(),
    ),
  );
  expect(moved).toEqual(still);
  await withoutScripts.close();
});

test("a link carries the code where no server sees it, and two devices are brought together", async ({
  page,
  browser,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Two devices", statements });
  await agree(page, slug, 3);
  await page.goto(`/c/${slug}/my-data`);
  await page.getByRole("button", { name: "Get a code" }).click();
  const link = await page
    .getByRole("link", { name: "Link with the code in it" })
    .getAttribute("href");
  const context = await browser.newContext({
    colorScheme: "dark",
    viewport: { width: 320, height: 640 },
  });
  const phone = await context.newPage();
  await agree(phone, slug, 1);
  const asked: string[] = [];
  phone.on("request", (request) => asked.push(request.url()));
  await phone.goto(link!);
  await expect(phone.getByLabel("Code")).not.toHaveValue("");
  await expectNoFindings(phone, "a code to enter");
  await phone.getByRole("button", { name: "Continue" }).click();
  await expect(phone.getByText("This device now continues")).toBeVisible();
  await new VotePage(phone, slug).expectProgress(3, 3);
  const code = link!.split("#")[1]!;
  expect(asked.filter((url) => url.split("#")[0]!.includes(code))).toEqual([]);
  await context.close();
});
