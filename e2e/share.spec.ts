import AxeBuilder from "@axe-core/playwright";
import { expect, required, test } from "./fixtures";

const statements = Array.from({ length: 12 }, (_, index) => `The square needs thing ${index + 1}.`);

test("the card of a conversation names its picture, which shows the map only where all may see it", async ({
  page,
  organiser,
}) => {
  const origin = required("PLENUM_E2E_URL");
  const title = "Trees & <benches>";
  const shown = await organiser.open({ title, statements });
  const hidden = await organiser.open({
    title,
    statements,
    settings: { resultsVisibility: "after-closing" },
  });
  await organiser.voteInCamps(shown.slug, 12, statements.length);
  await expect.poll(() => organiser.latestVersion(shown.slug)).toBeGreaterThan(0);
  for (const path of ["", "/results", "/report"]) {
    await page.goto(`/c/${shown.slug}${path}?lang=en`);
    const meta = (name: string) =>
      page.locator(`meta[property="${name}"]`).first().getAttribute("content");
    expect(await page.locator('link[rel="canonical"]').getAttribute("href")).toBe(
      `${origin}/c/${shown.slug}${path}`,
    );
    expect(await meta("og:title")).toContain(title);
    expect(await meta("og:image:alt")).toBe(`The map of opinion of “${title}”`);
    const picture = await page.request.get((await meta("og:image")) ?? "");
    expect(picture.headers()["content-type"]).toBe("image/png");
    for (const format of ["json", "xml"]) {
      const link = page.locator(`link[rel="alternate"][type$="/${format}+oembed"]`);
      const answer = await page.request.get((await link.getAttribute("href")) ?? "");
      expect(answer.status()).toBe(200);
      expect(await answer.text()).toContain(`${origin}/embed/${shown.slug}`);
    }
  }
  await page.goto(`/c/${hidden.slug}?lang=en`);
  await expect(page.locator('meta[property="og:image"]')).toHaveAttribute(
    "content",
    /\/preview\/0-/,
  );
  await page.goto(`/c/${hidden.slug}/results?lang=en`);
  await expect(page.locator('link[type$="+oembed"]')).toHaveCount(0);
});

test("a page is passed on by its address, by mail or as a code on paper", async ({
  page,
  context,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "A square for all", statements });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`/c/${slug}?lang=en`);
  await page.getByText("Share", { exact: true }).click();
  await page.getByRole("button", { name: "Copy the link" }).click();
  await expect(page.getByText("The link is copied.")).toBeVisible();
  const url = `${required("PLENUM_E2E_URL")}/c/${slug}`;
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(url);
  await expect(page.getByRole("link", { name: "Send by e-mail" })).toHaveAttribute(
    "href",
    new RegExp(`^mailto:.*${encodeURIComponent(url)}`),
  );
  await page.getByRole("link", { name: "QR code to show or print" }).click();
  await expect(page.getByRole("img", { name: `QR code that leads to ${url}` })).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Save the code as PNG" }).click();
  expect((await download).suggestedFilename()).toBe(`${slug}.png`);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test("who hears the short address or reads the poster comes to the conversation", async ({
  page,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "A square for all", statements });
  await page.goto(`/c/${slug}/share?lang=en`);
  const short = page.getByText(/\/j\/[A-Z0-9]{3}-[A-Z0-9]{3}$/);
  const heard = ((await short.textContent()) ?? "").toLowerCase().replace("-", "");
  const href = await page.getByRole("link", { name: "Poster to print (PDF)" }).getAttribute("href");
  const poster = await page.request.get(href ?? "");
  expect(poster.headers()["content-type"]).toBe("application/pdf");
  await page.goto(`http://${heard}`);
  await expect(page).toHaveURL(new RegExp(`/c/${slug}$`));
  await expect(page.getByRole("heading", { name: "A square for all" })).toBeVisible();
});

test("whoever types a wrong code is told what to do, and comes in with the right one", async ({
  page,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "A square for all", statements });
  await page.goto(`/c/${slug}/share?lang=en`);
  const shown = await page.getByText(/\/j\/[A-Z0-9]{3}-[A-Z0-9]{3}$/).textContent();
  const answer = await page.goto("/j/zzz-zzz?lang=en");
  expect(answer?.status()).toBe(404);
  const field = page.getByRole("textbox", { name: "Code" });
  await expect(field).toHaveAccessibleDescription(/No conversation can be reached with this code/);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await field.fill("not one");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(field).toHaveValue("not one");
  await expect(field).toHaveAccessibleDescription(/No conversation can be reached with this code/);
  await field.fill(shown!.split("/").at(-1)!.toLowerCase().replace("-", " "));
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(new RegExp(`/c/${slug}\\?lang=en$`));
});

test("every public page of a conversation says how another site shows it", async ({
  page,
  organiser,
}) => {
  const origin = required("PLENUM_E2E_URL");
  const { slug } = await organiser.open({ title: "A square for all", statements });
  const paths = ["mine", "my-data", "resume", "share", "report/pdf"].map(
    (rest) => `c/${slug}/${rest}`,
  );
  for (const path of [...paths, `embed/${slug}`, `embed/${slug}/mine`, `overlay/${slug}`]) {
    await page.goto(`/${path}`);
    for (const format of ["json", "xml"]) {
      const link = page.locator(`link[rel="alternate"][type$="/${format}+oembed"]`);
      const answer = await page.request.get((await link.getAttribute("href")) ?? "");
      expect([path, answer.status()]).toEqual([path, 200]);
      expect(await answer.text()).toContain(`${origin}/embed/${slug}`);
    }
  }
});

test("a phone hands the address to its other apps", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "Passed on", statements });
  await page.addInitScript(() => {
    Object.assign(navigator, {
      share: async (data: ShareData) => {
        document.title = `shared ${data.url}`;
      },
    });
  });
  await page.goto(`/c/${slug}/results?view=table&lang=en`);
  await page.getByText("Share", { exact: true }).click();
  await page.getByRole("button", { name: "Send with another app" }).click();
  await expect(page).toHaveTitle(/^shared .*\/results\?view=table$/);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the address, the mail and the code are plain links", async ({ page, organiser }) => {
    const { slug } = await organiser.open({ title: "Plain", statements });
    await page.goto(`/c/${slug}?lang=en`);
    await page.getByText("Share", { exact: true }).click();
    await expect(page.getByText(`/c/${slug}`)).toBeVisible();
    await page.getByRole("link", { name: "QR code to show or print" }).click();
    await expect(page.getByRole("img", { name: /^QR code that leads to/ })).toBeVisible();
  });
});
