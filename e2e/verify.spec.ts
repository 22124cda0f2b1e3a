import { readFile, writeFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { unzipSync, zipSync } from "fflate";
import { expect, test } from "./fixtures";
import type { Organiser } from "./organiser";

const people = 30;
const statements = Array.from({ length: 8 }, (_, index) => `Proposal ${index + 1}`);

test.describe.configure({ timeout: 120_000 });

/** The zip of a published report, as anybody downloads it from the report's page. */
async function downloadReport(page: Page, organiser: Organiser): Promise<string> {
  const conversation = await organiser.open({
    title: "Roads and rails",
    statements,
    settings: { publicVotes: true },
  });
  const { slug } = conversation;
  await organiser.voteInCamps(slug, people, statements.length);
  const votes = people * statements.length;
  await expect.poll(() => organiser.countAnalysed(slug), { timeout: 30_000 }).toBe(votes);
  await organiser.publishReport(conversation);
  await page.goto(`/c/${slug}/report`);
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Everything in one file (ZIP)" }).first().click();
  return (await waiting).path();
}

test("the browser proves a report without sending anything, and names what was changed", async ({
  page,
  context,
  organiser,
}) => {
  const path = await downloadReport(page, organiser);
  await page.goto("/verify", { waitUntil: "networkidle" });
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  // Whatever it still wanted from anywhere would fail.
  await context.setOffline(true);

  const file = page.getByLabel("Choose the zip file of a report, or drop it here");
  await file.setInputFiles(path);
  const proven = "These figures follow from these votes, and this server signed them.";
  await expect(page.getByRole("heading", { name: proven })).toBeFocused({ timeout: 60_000 });
  await expect(page.getByText("Report on “Roads and rails”, version 1")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const changed = test.info().outputPath("changed.zip");
  await writeFile(changed, await changeVote(path));
  await page.getByLabel("Check another file").setInputFiles(changed);
  await expect(
    page.getByRole("heading", { name: "This file is not as it was published." }),
  ).toBeFocused({ timeout: 60_000 });
  await expect(page.getByText("These are not the votes that were signed.")).toBeVisible();
  await expect(page.getByText("Statement 3", { exact: true }).first()).toBeVisible();

  await page.getByLabel("Check another file").setInputFiles("package.json");
  await expect(page.getByText("This is no zip file of a report of Plenum.")).toBeVisible();
  expect(requests).toEqual([]);
});

test("without scripts the page names the command instead", async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto("/verify");
  // Playwright's texts leave out what stands in noscript.
  await expect(page.locator("noscript p")).toContainText("plenum verify");
  await expect(page.locator("noscript p")).toBeVisible();
  await expect(page.locator("input[type=file]")).toBeHidden();
  await page.close();
});

/** Turns round the vote of participant 1 on statement 3, and leaves everything else as it is. */
async function changeVote(path: string): Promise<Uint8Array> {
  const files = unzipSync(new Uint8Array(await readFile(path)));
  const list = new TextDecoder().decode(files["votes-canonical.csv"]);
  const changed = list.replace(/^1,3,(-?1)$/m, (_, value: string) => `1,3,${-Number(value)}`);
  expect(changed).not.toBe(list);
  return zipSync({ ...files, "votes-canonical.csv": new TextEncoder().encode(changed) });
}
