import { expect, required, test } from "./fixtures";

const statements = Array.from({ length: 8 }, (_, index) => `道路 ${index} 應該限速。`);

test("an owner writes into the report and publishes it; it stays while people go on voting", async ({
  page,
  organiser,
}) => {
  const conversation = await organiser.open({ title: "道路", statements });
  const { slug } = conversation;
  await organiser.voteInCamps(slug, 20, statements.length);
  await expect.poll(() => organiser.countAnalysed(slug)).toBe(20 * statements.length);
  await page.goto("/manage");
  await page.getByLabel("E-mail address").fill(required("PLENUM_E2E_EMAIL"));
  await page.getByLabel("Password").fill(required("PLENUM_E2E_PASSWORD"));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("link", { name: "New conversation" })).toBeVisible();

  await page.goto(`/manage/c/${slug}/report`);
  await page.getByLabel("What is still uncertain", { exact: true }).uncheck();
  await page.getByLabel(/numbers, separated by commas/).fill("3");
  await page.getByLabel("Note on “Common ground”").fill("The ministry agrees with these.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(async () => {
    await page.getByRole("button", { name: "Publish version 1" }).click();
    await expect(page.getByText("Version 1 is published.")).toBeVisible({ timeout: 5_000 });
  }).toPass();

  await organiser.voteInCamps(slug, 4, statements.length);
  await expect(async () => {
    await page.goto(`/c/${slug}/report?version=live`);
    await expect(page.getByText("24 people took part and cast").first()).toBeVisible();
  }).toPass();
  await page.goto(`/c/${slug}/report`);
  await expect(page.getByText("Version 1, published on", { exact: false })).toBeVisible();
  await expect(page.getByText("20 people took part and cast").first()).toBeVisible();
  const common = page.getByRole("region", { name: "Common ground" });
  await expect(common.getByText("Note by the organisers")).toBeVisible();
  await expect(common.getByText("The ministry agrees with these.")).toBeVisible();
  const pinned = page.getByRole("region", { name: "Statements the organisers point to" });
  await expect(pinned.getByText(statements[3] ?? "")).toBeVisible();
  await expect(page.getByRole("region", { name: "What is still uncertain" })).toHaveCount(0);
  await expect(page.getByText("The organisers left out of this report")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("two versions are compared, and a version that is missing is not found", async ({
    page,
    organiser,
  }) => {
    const conversation = await organiser.open({ title: "道路", statements });
    const { slug } = conversation;
    await organiser.voteInCamps(slug, 12, statements.length);
    await expect.poll(() => organiser.countAnalysed(slug)).toBe(12 * statements.length);
    expect(await organiser.publishReport(conversation)).toBe(1);
    await organiser.voteInCamps(slug, 8, statements.length);
    await expect(async () => {
      await page.goto(`/c/${slug}/report?version=live`);
      await expect(page.getByText("20 people took part and cast").first()).toBeVisible();
    }).toPass();
    await page.getByRole("link", { name: "Compare with version 1" }).click();
    const comparison = page.getByRole("region", { name: "What changed" });
    const people = comparison.getByRole("row", { name: /People who cast/ });
    await expect(people.getByRole("cell")).toHaveText(["12", "20"]);
    expect((await page.goto(`/c/${slug}/report?version=7`))?.status()).toBe(404);
  });
});
