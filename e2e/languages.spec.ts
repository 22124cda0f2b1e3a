import { expect, test } from "./fixtures";

const statements = ["Trees cool the square.", "Buses should run at night.", "Rents are too high."];

test.describe("the browser's language", () => {
  test.use({ locale: "zh-TW" });

  test("decides, until another is picked, which then lasts", async ({ page, organiser }) => {
    const { slug } = await organiser.open({ title: "Picking", statements });
    await page.goto(`/c/${slug}`);
    const html = page.locator("html");
    await expect(html).toHaveAttribute("lang", "zh-Hant");
    await page.locator("header summary").click();
    await page.getByRole("link", { name: "العربية" }).click();
    await expect(html).toHaveAttribute("lang", "ar");
    await expect(html).toHaveAttribute("dir", "rtl");
    await page.goto(`/c/${slug}/results`);
    await expect(html).toHaveAttribute("lang", "ar");
  });
});

test("Arabic is mirrored as a whole and fits 320 pixels", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "Mirrored", statements });
  await organiser.voteInCamps(slug, 20, 3);
  await expect.poll(() => organiser.latestVersion(slug)).toBeGreaterThan(0);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ["/", `/c/${slug}`, `/c/${slug}/results`, `/c/${slug}/report`]) {
    await page.goto(`${path}?lang=ar`);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect({ path, sideways }).toEqual({ path, sideways: 0 });
  }
  await page.goto(`/c/${slug}?lang=ar`);
  const logo = await page.getByRole("link", { name: "Plenum", exact: true }).boundingBox();
  expect(logo?.x).toBeGreaterThan(160);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled, locale: "zh-TW" });

    test("a statement is read in one's language, its original one tap away", async ({
      page,
      organiser,
    }) => {
      const made = await organiser.open({
        title: "Translated",
        statements: ["Rents are too high."],
      });
      await organiser.translate(made, { statementId: 0, locale: "zh-Hant", text: "房租太高了。" });
      await page.goto(`/c/${made.slug}`);
      await expect(page.getByRole("heading", { name: "房租太高了。" })).toHaveAttribute(
        "lang",
        "zh-Hant",
      );
      const original = page.getByText("Rents are too high.");
      await expect(original).toBeHidden();
      await page.getByText("譯文。顯示原文").click();
      await expect(original).toBeVisible();
      await page.getByRole("button", { name: /^同意/ }).click();
      await expect.poll(() => organiser.listVotes(made.slug)).toHaveLength(1);
      await page.goto(`/c/${made.slug}/mine`);
      await expect(page.getByRole("group", { name: "房租太高了。" })).toBeVisible();
      await expect(page.getByText("Rents are too high.")).toBeHidden();
    });
  });
}

test("what the server wrote is what the browser would write", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "One side", statements });
  await organiser.voteInCamps(slug, 20, 3);
  const latest = `/api/v1/conversations/${slug}/analyses/latest`;
  await expect
    .poll(async () => (await page.request.get(latest)).json().catch(() => null))
    .toMatchObject({ votes: 60, stability: { resamples: expect.any(Number) } });
  // React reports a page that it would have written otherwise.
  const failures: string[] = [];
  page.on("console", (message) => message.type() === "error" && failures.push(message.text()));
  page.on("pageerror", (error) => failures.push(error.message));
  for (const lang of ["ar", "fa", "hi", "de"]) {
    const path = `/c/${slug}/results?lang=${lang}`;
    const html = await (await page.request.get(path)).text();
    const written = await page.evaluate(readFigures, html);
    expect(written.length).toBeGreaterThan(5);
    const isTakenOver = page.waitForRequest(/\/events/);
    await page.goto(path);
    await isTakenOver;
    expect(await page.evaluate(readFigures, null)).toEqual(written);
  }
  expect(failures).toEqual([]);
});

/** The numbers of a results page: how many took part, and the shares of each statement. */
function readFigures(html: string | null): (string | null)[] {
  const page = html === null ? document : new DOMParser().parseFromString(html, "text/html");
  const figures = page.querySelectorAll("main p:has(> time), main dd, main .tabular-nums");
  return [...figures].map((figure) => figure.textContent);
}
