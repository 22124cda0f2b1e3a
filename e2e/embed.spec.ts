import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { serveHost } from "./browser/serve-host";
import { expect, required, test } from "./fixtures";
import { VotePage } from "./pages/vote.page";

const statements = ["One.", "Two.", "Three."];
const origin = () => required("PLENUM_E2E_URL");
const script = () => `<script async src="${origin()}/embed.js"></script>`;

test("people vote inside a frame on another site and are known again", async ({
  page,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Framed", statements });
  const host = await serveHost(
    `<iframe title="Plenum" width="400" height="700" src="${origin()}/embed/${slug}?lang=en"></iframe>`,
  );
  const frame = page.frameLocator("iframe");
  try {
    await page.goto(host.url);
    await vote(page);
    await expect(frame.getByText("1 of 3", { exact: true })).toBeVisible();
    await page.reload();
    await expect(frame.getByText("1 of 3", { exact: true })).toBeVisible();
  } finally {
    host.close();
  }
});

test("a page that is not made for frames refuses to be put in one", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "Not framed", statements: ["One."] });
  const host = await serveHost(`<iframe title="Plenum" src="${origin()}/c/${slug}"></iframe>`);
  try {
    const refused = page.waitForEvent("console", (message) => /frame/i.test(message.text()));
    await page.goto(host.url);
    await refused;
    await expect(new VotePage(page, slug).agree).toHaveCount(0);
  } finally {
    host.close();
  }
});

test("a site that the organisers did not name shows nothing", async ({ page, organiser }) => {
  const { slug } = await organiser.open({
    title: "Elsewhere",
    statements,
    settings: { embedHosts: ["news.example"] },
  });
  const host = await serveHost(
    `<plenum-conversation slug="${slug}"></plenum-conversation>${script()}`,
  );
  try {
    const refused = page.waitForEvent("console", (message) =>
      /frame-ancestors/.test(message.text()),
    );
    await page.goto(host.url);
    await refused;
    await expect(page.frameLocator("iframe").getByRole("button")).toHaveCount(0);
  } finally {
    host.close();
  }
});

test("the script is small, and each way to write an embed becomes the same frame", async ({
  page,
  organiser,
}) => {
  const file = await page.request.get("/embed.js");
  expect(gzipSync(await file.body()).length).toBeLessThan(3000);
  const { slug } = await organiser.open({ title: "Three ways", statements });
  const host = await serveHost(`
    <plenum-conversation slug="${slug}" lang="de" theme="dark"></plenum-conversation>
    <div data-plenum="${slug}" data-lang="de" data-theme="dark"></div>
    <div class="polis" data-conversation_id="${slug}" data-ui_lang="de"></div>${script()}`);
  try {
    await page.goto(host.url);
    await expect(page.locator("iframe")).toHaveCount(3);
    for (const index of [0, 1, 2]) {
      const frame = page.locator("iframe").nth(index);
      await frame.scrollIntoViewIfNeeded();
      await expect(frame).toHaveAttribute("title", "Three ways");
      const rest = index < 2 ? `embed/${slug}?lang=de&theme=dark` : `polis/${slug}?lang=de`;
      expect(await frame.getAttribute("src")).toBe(`${origin()}/${rest}`);
      await expect(
        frame.contentFrame().getByRole("button", { name: "Zustimmen", exact: true }),
      ).toBeVisible();
    }
  } finally {
    host.close();
  }
});

test("a frame takes as much room as it needs, more and less, and tells what happens in it", async ({
  page,
  organiser,
}) => {
  const long = "Long statement. ".repeat(12).trim();
  const { slug } = await organiser.open({ title: "Sized", statements: [long, "Short."] });
  const host = await serveHost(`<script>
      told = [];
      for (const name of ["ready", "voted", "wrote", "done"])
        addEventListener("plenum-" + name, ({ detail }) => told.push([name, detail]));
      addEventListener("message", ({ data }) => {
        if (data.plenum === 1 && data.type === "height") newest = data.height;
      });
    </script>
    <plenum-conversation slug="${slug}" lang="en" style="width: 360px" height="200"></plenum-conversation>
    ${script()}`);
  const frame = page.frameLocator("iframe");
  const isFitting = () =>
    page.evaluate(
      () => document.querySelector("iframe")!.clientHeight - Number(Reflect.get(window, "newest")),
    );
  const height = () => page.evaluate(() => document.querySelector("iframe")!.clientHeight);
  try {
    await page.goto(host.url);
    await expect(frame.getByRole("button", { name: "Agree", exact: true })).toBeVisible();
    await expect.poll(height).toBeGreaterThan(300);
    await expect.poll(isFitting).toBe(0);
    const before = await height();
    await frame.locator("summary", { hasText: "Is something missing?" }).click();
    await expect.poll(height).toBeGreaterThan(before + 100);
    await frame.getByLabel("Your own statement").fill("Benches would be good.");
    await frame.getByRole("button", { name: "Add the statement" }).click();
    await expect(frame.getByText(/^Thank you\./)).toBeVisible();
    await frame.locator("summary", { hasText: "Is something missing?" }).click();
    await expect.poll(height).toBeLessThan(before + 100);
    await expect.poll(isFitting).toBe(0);
    await vote(page);
    await vote(page);
    const told = () => page.evaluate(() => Reflect.get(window, "told"));
    await expect.poll(told).toContainEqual(["done", { voted: 3, total: 3 }]);
    expect(await told()).toEqual([
      ["ready", { title: "Sized" }],
      ["wrote", {}],
      ["voted", { voted: 2, total: 3 }],
      ["voted", { voted: 3, total: 3 }],
      ["done", { voted: 3, total: 3 }],
    ]);
  } finally {
    host.close();
  }
});

test("messages of anybody else count for nothing", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "Alone", statements });
  const host = await serveHost(`<script>
      told = 0;
      addEventListener("plenum-voted", () => (told += 1));
    </script>
    <plenum-conversation slug="${slug}" lang="en"></plenum-conversation>${script()}`);
  try {
    await page.goto(host.url);
    const frame = page.frameLocator("iframe");
    await expect(frame.getByRole("button", { name: "Agree", exact: true })).toBeVisible();
    await page.evaluate(() => {
      window.postMessage({ plenum: 1, type: "height", height: 3000 }, "*");
      window.postMessage({ plenum: 1, type: "voted", voted: 9, total: 9 }, "*");
    });
    await vote(page);
    await expect.poll(() => page.evaluate(() => Reflect.get(window, "told"))).toBe(1);
    expect(await page.evaluate(() => document.querySelector("iframe")!.clientHeight)).not.toBe(
      3000,
    );
  } finally {
    host.close();
  }
});

test("a page with an embed far below asks for one file and nothing on it moves", async ({
  page,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Far below", statements });
  const filler = (count: number) => "<p>News of the day.</p>".repeat(count);
  const host = await serveHost(`${script()}${filler(200)}
    <plenum-conversation slug="${slug}" lang="en"></plenum-conversation>${filler(200)}
    <script>
      shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shift += entry.value;
      }).observe({ type: "layout-shift", buffered: true });
    </script>`);
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().startsWith(origin())) asked.push(request.url());
  });
  try {
    await page.goto(host.url, { waitUntil: "networkidle" });
    expect(asked).toEqual([`${origin()}/embed.js`]);
    const element = page.locator("plenum-conversation");
    const top = await element.evaluate((node) => node.getBoundingClientRect().top);
    await page.evaluate((y) => window.scrollTo(0, y), top - 1200); // less than a screen away
    await expect(page.locator("iframe")).toHaveAttribute("title", "Far below");
    await expect
      .poll(() => page.locator("iframe").evaluate((node) => node.clientHeight))
      .not.toBe(920);
    await element.scrollIntoViewIfNeeded();
    await expect(
      page.frameLocator("iframe").getByRole("button", { name: "Agree", exact: true }),
    ).toBeVisible();
    expect(await page.evaluate(() => Reflect.get(window, "shift"))).toBe(0);
  } finally {
    host.close();
  }
});

/** What stands in the page around, and how far it was moved without anybody's doing. */
const watchShift = `<script>
  shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
</script>`;

const phone = '<meta name="viewport" content="width=device-width">';
const composed = 'style="display:block;min-height:max(920px,1940px - 200vw)"';
const long = "Cars should stay out of the old town at weekends, with a bus every ten minutes.";

for (const [where, width, element] of [
  ["as the composer writes it", 800, composed],
  ["on a phone", 360, composed],
  ["with a height of its own", 800, 'style="display:block;min-height:1000px"'],
] as const) {
  test(`nothing around an embed in the first screen moves, ${where}`, async ({
    page,
    organiser,
  }) => {
    const { slug } = await organiser.open({ title: "On top", statements: [long, "Two."] });
    const host = await serveHost(`${phone}${watchShift}<h1>News</h1>
      <plenum-conversation slug="${slug}" lang="en" ${element}><a href="/">There</a></plenum-conversation>
      <p id="below">What stands below.</p>${script()}`);
    try {
      await page.setViewportSize({ width, height: 1800 });
      await page.goto(host.url);
      const frame = page.frameLocator("iframe");
      const agree = frame.getByRole("button", { name: "Agree", exact: true });
      await expect(agree).toHaveAttribute("aria-keyshortcuts", "A");
      await expect(page.locator("iframe")).toHaveAttribute("title", "On top");
      await page.waitForLoadState("networkidle");
      await expect(page.locator("#below")).toBeInViewport();
      expect(await page.evaluate(() => Reflect.get(window, "shift"))).toBe(0);
      // Somebody uses it: then it takes the room that it needs, and no more.
      await frame.locator("summary", { hasText: "Is something missing?" }).click();
      await frame.locator("summary", { hasText: "Is something missing?" }).click();
      const element = page.locator("plenum-conversation");
      const content = frame.locator("div:has(> main)");
      const heightOf = async () => (await content.boundingBox())?.height ?? 0;
      await expect
        .poll(async () => (await element.boundingBox())!.height - Math.ceil(await heightOf()))
        .toBe(0);
    } finally {
      host.close();
    }
  });
}

test("who made the page around is told of an identity that counts for nothing", async ({
  page,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Unsigned", statements });
  const host = await serveHost(`<script>
      told = [];
      addEventListener("plenum-problem", ({ detail }) => told.push(detail));
    </script>
    <plenum-conversation slug="${slug}" lang="en" identity="nobody.signed.this"></plenum-conversation>
    ${script()}`);
  try {
    await page.goto(host.url);
    const told = () => page.evaluate(() => Reflect.get(window, "told"));
    await expect.poll(told).toEqual([{ reason: "host-identity-invalid" }]);
    await vote(page); // without a name
    await expect(page.frameLocator("iframe").getByText("1 of 3", { exact: true })).toBeVisible();
  } finally {
    host.close();
  }
});

for (const [keep, isKept] of [
  ['keep="host"', true],
  ["", false],
] as const) {
  const name = isKept ? "a host that asks for it keeps who votes" : "no host keeps it unasked";
  test(name, async ({ page, organiser }) => {
    const { slug } = await organiser.open({ title: "Kept", statements });
    const host = await serveHost(
      `<plenum-conversation slug="${slug}" lang="en" ${keep}></plenum-conversation>${script()}`,
    );
    const key = `plenum:${origin()}/${slug}`;
    const kept = () => page.evaluate((key) => localStorage.getItem(key), key);
    const frame = page.frameLocator("iframe");
    try {
      // On the same site a frame may keep things itself.
      await page.goto(host.url.replace("127.0.0.1", "localhost"));
      await vote(page);
      await expect(frame.getByText("1 of 3", { exact: true })).toBeVisible();
      if (!isKept) return expect(await kept()).toBeNull();
      await expect.poll(kept).toMatch(/^v1\./);
      await page.context().clearCookies();
      await page.reload();
      await expect(frame.getByText("1 of 3", { exact: true })).toBeVisible();
    } finally {
      host.close();
    }
  });
}

async function vote(page: Page): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().endsWith("/votes"));
  const agree = page.frameLocator("iframe").getByRole("button", { name: "Agree", exact: true });
  await expect(agree).toHaveAttribute("aria-keyshortcuts", "A"); // the script is there
  await agree.click();
  expect((await answered).status()).toBe(200);
}
