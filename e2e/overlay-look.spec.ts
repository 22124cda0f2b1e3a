import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import type { Organiser } from "./organiser";

const LONGEST = 280;

/** Statements of so many letters, in scripts that take little room, run the other way, take much. */
const scripts = [
  { lang: "en", words: "Every street should get a tree for each four houses, and benches. " },
  { lang: "ar", words: "ينبغي أن تزرع المدينة شجرة لكل أربعة بيوت وأن تضع مقاعد في ظلها. " },
  { lang: "zh-Hant", words: "老城區的每條街道每四戶人家至少應種一棵樹，並在樹蔭下設置長椅。" },
];

const sources = [
  { width: 1920, height: 1080, layouts: ["map", "lower-third", "ticker", "full"] },
  { width: 1280, height: 720, layouts: ["lower-third", "ticker", "full"] },
  { width: 800, height: 200, layouts: ["lower-third", "ticker"] },
];

for (const { width, height, layouts } of sources) {
  test(`${width} by ${height}: long statements are whole, and nothing lies on anything else`, async ({
    page,
    organiser,
  }) => {
    const made = await openLong(organiser, `Long at ${width}`);
    await page.setViewportSize({ width, height });
    for (const layout of layouts) {
      for (const [number, { lang }] of scripts.entries()) {
        for (const size of ["medium", "huge"]) {
          const query = `layout=${layout}&lang=${lang}&size=${size}&statements=${number}`;
          await page.goto(`/overlay/${made.slug}?${query}`);
          if (layout === "map") await expect(page.getByRole("img")).toBeVisible();
          else await expect(page.locator(".overlay-quote")).toBeVisible();
          await expect.poll(() => findPoorLook(page), query).toEqual([]);
        }
      }
    }
  });
}

test("half a screen of a statement ends with a line and dots", async ({ page, organiser }) => {
  const { slug } = await organiser.open({
    title: "Without end",
    statements: ["So much to say. ".repeat(124).trim()],
    settings: { statementMaxLength: 2000 },
  });
  await page.setViewportSize({ width: 800, height: 200 });
  await page.goto(`/overlay/${slug}?layout=ticker`);
  const cut = page.locator(".overlay-quote.is-cut");
  await expect(cut).toBeVisible();
  const lines = await cut.evaluate((element) => {
    const { lineHeight, paddingBottom } = getComputedStyle(element);
    const room = element.clientHeight - Number.parseFloat(paddingBottom);
    return room / Number.parseFloat(lineHeight);
  });
  expect(Math.abs(lines - Math.round(lines))).toBeLessThan(0.05);
});

for (const reducedMotion of ["reduce", "no-preference"] as const) {
  test(`motion on air: ${reducedMotion}`, async ({ page, organiser }) => {
    const { slug } = await openLong(organiser, `Motion: ${reducedMotion}`);
    await page.emulateMedia({ reducedMotion });
    await page.goto(`/overlay/${slug}?layout=full&hold=3&statements=0-1`);
    const share = page.getByText(/^\d+%$/).first();
    await expect(share).toBeVisible();
    await watchMotion(page);
    const [before, version] = [await share.textContent(), await organiser.latestVersion(slug)];
    for (let person = 0; person < 4; person += 1) {
      await organiser.vote(slug, { 0: -1, 1: -1, 2: person % 2 ? 1 : -1 });
    }
    await expect(share).not.toHaveText(before ?? "");
    await expect(page.getByText(scripts[1]!.words.slice(0, 20))).toBeVisible();
    await page.waitForTimeout(1000); // longer than any movement
    const { started, shapes } = await page.evaluate(() => window.plenumMotion);
    if (reducedMotion === "no-preference") return expect(started).not.toEqual([]);
    expect(started).toEqual([]);
    const versions = (await organiser.latestVersion(slug)) - version;
    expect(new Set(shapes).size, "each map is drawn once").toBeLessThanOrEqual(versions + 1);
  });
}

declare global {
  interface Window {
    plenumMotion: { started: string[]; shapes: string[] };
  }
}

/** Notes what begins to move for more than a thousandth of a second, and every shape of the first island. */
async function watchMotion(page: Page): Promise<void> {
  await page.evaluate(() => {
    const motion: Window["plenumMotion"] = { started: [], shapes: [] };
    window.plenumMotion = motion;
    const note = ({ type, target }: Event) => {
      if (!(target instanceof Element)) return;
      const { animationDuration, transitionDuration } = getComputedStyle(target);
      const seconds = type === "animationstart" ? animationDuration : transitionDuration;
      if (Number.parseFloat(seconds) > 0.001) motion.started.push(`${type} ${target.tagName}`);
    };
    for (const type of ["animationstart", "transitionrun"]) document.addEventListener(type, note);
    const coast = document.querySelector("svg[role=img] path[d]");
    if (!coast) throw new Error("There is no map.");
    new MutationObserver(() => motion.shapes.push(coast.getAttribute("d") ?? "")).observe(coast, {
      attributeFilter: ["d"],
    });
  });
}

async function openLong(organiser: Organiser, title: string) {
  const made = await organiser.open({
    title,
    statements: scripts.map(({ words }) => words.repeat(9).slice(0, LONGEST).trim()),
    settings: { statementMaxLength: LONGEST },
  });
  for (let person = 0; person < 10; person += 1) {
    const camp = person % 2 ? 1 : -1;
    await organiser.vote(made.slug, { 0: 1, 1: person % 3 ? 1 : 0, 2: camp });
  }
  await organiser.awaitAnalysis(made.slug, 30);
  return made;
}

/** What an audience could not read. */
async function findPoorLook(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const quote = document.querySelector(".overlay-quote");
    if (quote) {
      const { fontSize, lineHeight } = getComputedStyle(quote);
      const hidden = (quote.scrollHeight - quote.clientHeight) / Number.parseFloat(lineHeight);
      if (quote.classList.contains("is-cut") || hidden > 0.15) found.push("cut");
      const smallest = innerWidth / innerHeight > 3 ? 0.05 : 0.018;
      if (Number.parseFloat(fontSize) < smallest * innerHeight) found.push(`small: ${fontSize}`);
    }
    const cards = [...document.querySelectorAll(".overlay-card, .overlay-map > svg")].map(
      (element) => ({ name: element.getAttribute("class"), box: element.getBoundingClientRect() }),
    );
    for (const [index, { name, box }] of cards.entries()) {
      const isOutside =
        box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight;
      if (isOutside) found.push(`outside: ${name}`);
      for (const other of cards.slice(index + 1)) {
        const isApart =
          box.right <= other.box.left ||
          box.left >= other.box.right ||
          box.bottom <= other.box.top ||
          box.top >= other.box.bottom;
        if (!isApart) found.push(`${name} lies on ${other.name}`);
      }
    }
    return found;
  });
}
