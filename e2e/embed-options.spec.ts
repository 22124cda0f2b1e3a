import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures";

const statements = Array.from({ length: 12 }, (_, index) => `The square needs thing ${index + 1}.`);

test("a host chooses what its frame shows", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "Chosen", statements });
  await organiser.voteInCamps(slug, 20, statements.length);
  await expect.poll(() => organiser.latestVersion(slug)).toBeGreaterThan(0);
  const agree = page.getByRole("button", { name: "Agree", exact: true });
  const shared = page.getByRole("heading", { name: "What everyone shares" });
  const table = page.getByRole("heading", { name: "All statements" });

  await page.goto(`/embed/${slug}?lang=en&view=both`);
  await expect(agree).toBeVisible();
  await expect(shared).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.goto(`/embed/${slug}?lang=en&view=results&parts=map,words`);
  await expect(shared).toBeVisible();
  await expect(agree).toHaveCount(0);
  await expect(table).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Open in full" })).toHaveCount(0);

  await page.goto(`/embed/${slug}?lang=en&parts=title`);
  await expect(page.getByRole("heading", { level: 1, name: "Chosen" })).toBeVisible();
  await expect(page.getByText("Is something missing?")).toHaveCount(0);
});

test("in a frame with results a choice keeps what the host asked for", async ({
  page,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Kept", statements });
  await organiser.voteInCamps(slug, 20, statements.length);
  await expect.poll(() => organiser.latestVersion(slug)).toBeGreaterThan(0);
  await page.goto(`/embed/${slug}?lang=en&view=results&theme=dark&accent=ffcc00`);
  await page.getByRole("link", { name: "Table", exact: true }).click();
  await expect(page).toHaveURL(/view=results&theme=dark&accent=ffcc00&as=table/);
  await expect(page.getByRole("table").first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole("table").first()).toBeVisible();
});

test("theme and accent are the host's, and all of it can be read", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "Coloured", statements });
  const ground = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const accent = () =>
    page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue("--color-accent").trim(),
    );
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(`/embed/${slug}?lang=en&theme=dark&accent=ffcc00`);
  expect(await ground()).toBe("rgb(17, 23, 26)");
  expect(await accent()).toBe("#ffcc00");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(`/embed/${slug}?lang=en&theme=light&accent=ffcc00`);
  expect(await ground()).toBe("rgb(250, 249, 246)");
  expect(await accent()).not.toBe("#ffcc00"); // yellow on white cannot be read
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test("own votes keep the look of the host, further down and in a search", async ({
  page,
  organiser,
}) => {
  const many = Array.from({ length: 60 }, (_, index) => `Thing ${index + 1}.`);
  const { slug } = await organiser.open({ title: "Dressed", statements: many });
  const voted = await page.request.post(`/api/v1/conversations/${slug}/votes`, {
    data: { votes: many.map((_, statement) => ({ statement, value: 1 })) },
  });
  expect(voted.status()).toBe(200);
  await page.goto(`/embed/${slug}/mine?lang=en&theme=dark&accent=ffcc00`);
  await page.getByRole("link", { name: "Show 10 more" }).click();
  await expect(page).toHaveURL(/theme=dark&accent=ffcc00&show=100/);
  await expect(page.locator("#vote-0")).toBeVisible();
  await page.getByRole("searchbox").fill("Thing 59");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/theme=dark&accent=ffcc00&lang=en&q=Thing/);
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(page).toHaveURL(/theme=dark&accent=ffcc00/);
});
