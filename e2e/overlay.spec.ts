import type { Page } from "@playwright/test";
import { startCutOffProxy } from "./browser/cut-off-proxy";
import { floodOverlay } from "./browser/flood-overlay";
import { expect, required, test } from "./fixtures";
import { expectAccessible } from "./pages/examine";

const AWAY_MS = 30_000;

const statements = Array.from({ length: 8 }, (_, index) => `Street ${index} needs trees.`);

test("the overlay draws the live map on nothing", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "On air", statements });
  await organiser.voteInCamps(slug, 20, statements.length);
  await page.goto(`/overlay/${slug}`);
  const map = page.getByRole("img", { name: /Map of opinion/ });
  await expect(map).toBeVisible();
  await expect(page.getByText("B", { exact: true }).first()).toBeVisible();
  const shot = await page.screenshot({ omitBackground: true });
  expect(await cornerAlphas(page, shot)).toEqual([0, 0, 0, 0]);
});

test("a map without groups says so on air", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "No camps on air", statements });
  await organiser.voteByCoin(slug, 24, statements.length);
  await page.goto(`/overlay/${slug}`);
  await expect(page.getByText("No clear groups yet")).toBeVisible();
  const map = page.getByRole("img", { name: "Map of opinion" });
  await expect(map).toHaveAccessibleDescription(/There are no clear groups/);
});

for (const layout of ["map", "lower-third", "ticker", "full"]) {
  for (const theme of ["light", "dark"]) {
    test(`${layout}, ${theme}: nothing is in the corners, and nobody is kept out`, async ({
      page,
      organiser,
    }) => {
      const { slug } = await organiser.open({ title: `Corners of ${layout}`, statements });
      await organiser.voteInCamps(slug, 10, statements.length);
      await organiser.awaitAnalysis(slug, 80);
      await page.setViewportSize({ width: 1280, height: 720 });
      for (const margin of [0, 5]) {
        await page.goto(`/overlay/${slug}?layout=${layout}&theme=${theme}&margin=${margin}`);
        await expect(
          page.getByText(layout === "map" ? "A" : "Newly published").first(),
        ).toBeVisible();
        const shot = await page.screenshot({ omitBackground: true });
        expect(await cornerAlphas(page, shot)).toEqual([0, 0, 0, 0]);
      }
      await expectAccessible(page, layout);
    });
  }
}

test("in the largest letters nothing covers anything, and nothing is cut off", async ({
  page,
  organiser,
}) => {
  const long = "The square in front of the station should be free of cars on every weekend, ";
  const { slug } = await organiser.open({
    title: "Large",
    statements: [`${long}and more trees should stand there instead.`],
  });
  await organiser.voteInCamps(slug, 12, 1);
  await organiser.awaitAnalysis(slug, 12);
  await page.setViewportSize({ width: 1280, height: 720 });
  for (const margin of [3, 5, 10]) {
    await page.goto(`/overlay/${slug}?layout=full&size=huge&margin=${margin}&statements=0`);
    await expect(page.getByText("12 people voted on it")).toBeVisible();
    const boxes = await page.locator(".overlay-card:visible, .qr").evaluateAll((cards) =>
      cards.map((card) => {
        const { left, right, top, bottom } = card.getBoundingClientRect();
        return { left, right, top, bottom, isCode: card.matches(".qr") };
      }),
    );
    const cards = boxes.filter(({ isCode }) => !isCode);
    expect(cards.length).toBeGreaterThan(2);
    for (const [at, a] of cards.entries()) {
      expect(a.top).toBeGreaterThan(0);
      expect(a.bottom).toBeLessThan(720);
      for (const b of cards.slice(at + 1)) {
        const isApart =
          a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        expect(isApart, `${JSON.stringify(a)} and ${JSON.stringify(b)}`).toBe(true);
      }
    }
    const code = boxes.find(({ isCode }) => isCode)!;
    expect(code.bottom - code.top, "a phone must read it").toBeGreaterThan(100);
  }
  await page.goto(`/overlay/${slug}?layout=ticker&size=huge&statements=0`);
  const text = page.getByText(long);
  await expect(text).toBeVisible();
  const [card, words] = await Promise.all([
    page.locator(".overlay-card").boundingBox(),
    text.boundingBox(),
  ]);
  expect(words!.x + words!.width).toBeLessThanOrEqual(card!.x + card!.width);
});

test("a statement that is rejected leaves the air at once", async ({ page, organiser }) => {
  const made = await organiser.open({
    title: "Taken off air",
    statements: ["Keep.", "Take away."],
  });
  await page.goto(`/overlay/${made.slug}?layout=lower-third&statements=1,0`);
  await expect(page.getByText("Take away.")).toBeVisible();
  await organiser.reject(made, 1);
  await expect(page.getByText("Take away.")).toBeHidden();
  await expect(page.getByText("Keep.")).toBeVisible();
});

test("statements take turns", async ({ page, organiser }) => {
  const made = await organiser.open({ title: "Turns", statements: ["First.", "Second."] });
  await page.goto(`/overlay/${made.slug}?layout=ticker&statements=0,1&hold=3`);
  for (const text of ["First.", "Second.", "First."])
    await expect(page.getByText(text)).toBeVisible();
});

test("the bars follow the votes", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "Bars", statements: ["More trees."] });
  await page.goto(`/overlay/${slug}?layout=lower-third`);
  await expect(page.getByText("More trees.")).toBeVisible();
  await expect(page.getByText("%")).toHaveCount(0);
  for (let person = 0; person < 6; person += 1) {
    await organiser.vote(slug, { 0: person < 3 ? 1 : -1 });
  }
  await expect(page.getByText("50%")).toHaveCount(2);
});

test("what is on stage is on air, and its votes once they are revealed", async ({
  page,
  organiser,
}) => {
  const made = await organiser.open({ title: "On stage", statements: ["One.", "Two."] });
  for (let person = 0; person < 6; person += 1) await organiser.vote(made.slug, { 1: 1 });
  await organiser.awaitAnalysis(made.slug, 6);
  await page.goto(`/overlay/${made.slug}?layout=full&statements=0`);
  await expect(page.getByText("One.")).toBeVisible();
  await organiser.present(made, 0, "start");
  await organiser.present(made, 1, "show 1");
  await expect(page.getByText("Two.")).toBeVisible();
  await expect(page.getByText("Voting is open")).toBeVisible();
  await expect(page.getByText("100%")).toBeHidden();
  await organiser.present(made, 2, "reveal");
  await expect(page.getByText("100%")).toBeVisible();
  await organiser.present(made, 3, "end");
  await expect(page.getByText("One.")).toBeVisible();
});

test("what a presenter chooses is on air within a second, and off it once it is rejected", async ({
  page,
  organiser,
}) => {
  const made = await organiser.open({ title: "Chosen", statements: ["One.", "Two.", "Three."] });
  await page.goto(`/overlay/${made.slug}?layout=lower-third&statements=0`);
  await expect(page.getByText("One.")).toBeVisible();
  await expect(page.getByText("Not up to date")).toBeHidden();
  await organiser.present(made, 0, "start");
  const acts = [
    ["show 1", "Two."],
    ["show 2", "Three."],
  ] as const;
  for (const [index, [act, text]] of acts.entries()) {
    await organiser.present(made, index + 1, act);
    await expect(page.getByText(text)).toBeVisible({ timeout: 1000 });
  }
  await organiser.reject(made, 2);
  await expect(page.getByText("Three.")).toBeHidden();
  await expect(page.getByText("One.")).toBeVisible();
});

test("hidden results are on air for the private address alone, until there is a new one", async ({
  page,
  organiser,
}) => {
  const settings = { resultsVisibility: "organisers" };
  const { slug } = await organiser.open({ title: "Kept in", statements, settings });
  await organiser.voteInCamps(slug, 10, statements.length);
  await organiser.awaitAnalysis(slug, 80);
  await organiser.lendSession(page.context());
  await page.goto(`/overlay/${slug}`); // though an organiser looks
  await expect(page.getByText("Results are not public yet")).toBeVisible();

  await page.goto(`/manage/c/${slug}/overlay`);
  await page.getByRole("button", { name: "Make a private address" }).click();
  await expect(page.getByText("The private address below is new.")).toBeVisible();
  const preview = page.frameLocator("iframe");
  await expect(preview.getByRole("img", { name: "Map of opinion" })).toBeVisible();
  const air = await page.context().newPage();
  const old = await readAddress(page);
  await air.goto(old);
  const map = air.getByRole("img", { name: "Map of opinion" });
  await expect(map).toBeVisible();
  await page.getByRole("button", { name: "Make a new private address" }).click();
  await expect(map).toBeHidden();
  await expect(air.getByText("Results are not public yet")).toBeVisible();
  await air.goto(old);
  await expect(air.getByText("Results are not public yet")).toBeVisible();
  await expect(map).toBeHidden();
});

test("an address is composed with a live preview", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "Composed", statements });
  await organiser.lendSession(page.context());
  await page.goto(`/manage/c/${slug}/overlay`);
  await page.getByRole("radio", { name: /One statement with its bars/ }).check();
  const preview = page.frameLocator("iframe");
  await expect(preview.getByText(statements.at(-1)!)).toBeVisible();
  await page.getByLabel("Size").selectOption("huge");
  await expect.poll(() => readAddress(page)).toMatch(/layout=lower-third&size=huge$/);
  await expectAccessible(page, "composer");
});

test("without a script the address is composed by a button", async ({ browser, organiser }) => {
  const { slug } = await organiser.open({ title: "Composed plainly", statements });
  const context = await browser.newContext({ javaScriptEnabled: false });
  await organiser.lendSession(context);
  const page = await context.newPage();
  await page.goto(`/manage/c/${slug}/overlay`);
  await page.getByRole("radio", { name: /A whole screen/ }).check();
  await page.getByLabel("Look").selectOption("dark");
  await page.getByRole("button", { name: "Show the preview" }).click();
  expect(await readAddress(page)).toMatch(/layout=full&theme=dark$/);
  const preview = page.frameLocator("iframe");
  await expect(preview.getByRole("img", { name: /QR code/ })).toBeVisible();
  await page.getByRole("button", { name: "Make a private address" }).click();
  await expect(page.getByText("The private address below is new.")).toBeVisible();
  expect(await readAddress(page)).toMatch(/token=[0-9a-f]{64}$/);
  await context.close();
});

test("after half a minute without a server the overlay is up to date again by itself", async ({
  page,
  organiser,
}) => {
  test.setTimeout(120_000);
  const proxy = await startCutOffProxy(required("PLENUM_E2E_URL"));
  const made = await organiser.open({ title: "Cut off", statements: ["Stays.", "Goes."] });
  await page.goto(`${proxy.url}/overlay/${made.slug}?layout=lower-third&statements=1,0`);
  await expect(page.getByText("Goes.")).toBeVisible();
  const mark = page.getByText("Not up to date");
  await expect(mark).toBeHidden();
  await proxy.goAway();
  await expect(mark).toBeVisible();
  await organiser.reject(made, 1);
  await page.waitForTimeout(AWAY_MS);
  await expect(page.getByText("Goes.")).toBeVisible();
  await expect(mark).toBeVisible();
  await proxy.comeBack();
  await expect(page.getByText("Stays.")).toBeVisible({ timeout: 20_000 });
  await expect(mark).toBeHidden();
  await page.close();
  await proxy.goAway();
});

test("a connection that fell silent does not keep the overlay from what is new", async ({
  page,
  organiser,
}) => {
  const proxy = await startCutOffProxy(required("PLENUM_E2E_URL"));
  const made = await organiser.open({ title: "Silence", statements: ["Stays.", "Goes."] });
  await page.clock.install();
  await page.goto(`${proxy.url}/overlay/${made.slug}?layout=lower-third&statements=1,0`);
  await expect(page.getByText("Goes.")).toBeVisible();
  proxy.fallSilent();
  await organiser.reject(made, 1);
  await page.clock.fastForward(46_000);
  // The browser may ask on others that fell silent, too.
  await expect(async () => {
    await page.clock.fastForward(16_000);
    await expect(page.getByText("Stays.")).toBeVisible({ timeout: 1_000 });
    await expect(page.getByText("Not up to date")).toBeHidden({ timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
  await page.close();
  await proxy.goAway();
});

test("hundreds of updates leave no more behind than those before them", async ({
  page,
  organiser,
}) => {
  test.setTimeout(180_000);
  const { slug } = await organiser.open({ title: "All night", statements });
  await organiser.voteInCamps(slug, 10, statements.length);
  await organiser.awaitAnalysis(slug, 80);
  const updates = await floodOverlay(page, `/overlay/${slug}?layout=full&lang=en`);
  await updates.run(800); // by then all code is compiled
  const before = await updates.measure();
  await updates.run(800);
  const after = await updates.measure();
  expect(after.elements).toBe(before.elements);
  // Not one for every ten updates: what is listened to depends a little on the statement shown.
  expect(after.nodes).toBeLessThan(before.nodes + 80);
  expect(after.listeners).toBeLessThan(before.listeners + 80);
  expect(after.heapBytes - before.heapBytes).toBeLessThan(500_000);
});

async function readAddress(page: Page): Promise<string> {
  return (await page.locator("code", { hasText: "/overlay/" }).textContent()) ?? "";
}

/** The opacity of the four corner pixels of a picture, 0 to 255. */
async function cornerAlphas(page: Page, png: Buffer) {
  const blank = await page.context().newPage();
  const alphas = await blank.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const { width, height } = bitmap;
    const canvas = new OffscreenCanvas(width, height).getContext("2d")!;
    canvas.drawImage(bitmap, 0, 0);
    const corners = [
      [0, 0],
      [width - 1, 0],
      [0, height - 1],
      [width - 1, height - 1],
    ];
    return corners.map(([x, y]) => canvas.getImageData(x!, y!, 1, 1).data[3]);
  }, png.toString("base64"));
  await blank.close();
  return alphas;
}
