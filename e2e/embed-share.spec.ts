import { createHmac } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { serveHost } from "./browser/serve-host";
import { expect, required, test } from "./fixtures";

const statements = ["One.", "Two.", "Three."];

test("an editor chooses, sees it, and takes two lines away", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "Composed", statements });
  await organiser.lendSession(page.context());
  await page.goto(`/manage/c/${slug}/share?lang=en`);
  await page.getByLabel("What it shows").selectOption("both");
  await page.getByLabel("Colours").selectOption("dark");
  await page.getByRole("checkbox", { name: "Writing statements" }).uncheck();
  const code = page.locator("code", { hasText: "<plenum-conversation" });
  await expect(code).toHaveText(
    `<plenum-conversation slug="${slug}" view="both" theme="dark" parts="title,place,own,map,words,footer" style="display:block;min-height:max(920px,1940px - 200vw,100vh)">` +
      `<a href="${required("PLENUM_E2E_URL")}/c/${slug}">Composed</a></plenum-conversation>\n` +
      `<script async src="${required("PLENUM_E2E_URL")}/embed.js"></script>`,
  );
  await page.locator("summary", { hasText: "Preview" }).click();
  const preview = page.frameLocator("iframe");
  await expect(preview.getByRole("button", { name: "Agree", exact: true })).toBeVisible();
  await expect(preview.getByText("Is something missing?")).toHaveCount(0);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test("a reader whom the site names is the same participant in another browser", async ({
  page,
  browser,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Named", statements });
  await organiser.lendSession(page.context());
  await page.goto(`/manage/c/${slug}/share?lang=en`);
  await page.locator("summary", { hasText: "A site that knows its readers" }).click();
  const secret = await page.locator("code", { hasText: /^[\w-]{43}$/ }).textContent();
  const pageOf = (sub: string) =>
    serveHost(`<plenum-conversation slug="${slug}" lang="en" identity="${sign(secret ?? "", sub)}">
      </plenum-conversation><script async src="${required("PLENUM_E2E_URL")}/embed.js"></script>`);
  const hosts = [await pageOf("reader-1"), await pageOf("reader-2")] as const;
  const elsewhere = await (await browser.newContext()).newPage();
  try {
    await page.goto(hosts[0].url);
    const frame = page.frameLocator("iframe");
    const agree = frame.getByRole("button", { name: "Agree", exact: true });
    await expect(agree).toHaveAttribute("aria-keyshortcuts", "A");
    const answered = page.waitForResponse((response) => response.url().endsWith("/votes"));
    await agree.click();
    expect((await answered).status()).toBe(200);
    await elsewhere.goto(hosts[0].url);
    const other = elsewhere.frameLocator("iframe");
    await expect(other.getByText("1 of 3", { exact: true })).toBeVisible();
    await page.goto(hosts[1].url); // the same browser, somebody else
    await expect(frame.getByText("0 of 3", { exact: true })).toBeVisible();
  } finally {
    for (const host of hosts) host.close();
    await elsewhere.context().close();
  }
});

test("a reader who signs in to the site, or out of it, is another participant at once", async ({
  page,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Signed in", statements });
  await organiser.lendSession(page.context());
  await page.goto(`/manage/c/${slug}/share?lang=en`);
  await page.locator("summary", { hasText: "A site that knows its readers" }).click();
  const secret = (await page.locator("code", { hasText: /^[\w-]{43}$/ }).textContent()) ?? "";
  const host = await serveHost(`<plenum-conversation slug="${slug}" lang="en">
    </plenum-conversation><script async src="${required("PLENUM_E2E_URL")}/embed.js"></script>`);
  const frame = page.frameLocator("iframe");
  const agree = frame.getByRole("button", { name: "Agree", exact: true });
  const name = (identity: string) =>
    page.locator("plenum-conversation").evaluate((node, identity) => {
      if (identity === "") node.removeAttribute("identity");
      else node.setAttribute("identity", identity);
    }, identity);
  const vote = async () => {
    await expect(agree).toHaveAttribute("aria-keyshortcuts", "A");
    const answered = page.waitForResponse((response) => response.url().endsWith("/votes"));
    await agree.click();
    expect((await answered).status()).toBe(200);
  };
  try {
    await page.goto(host.url);
    await vote();
    await expect(frame.getByText("1 of 3", { exact: true })).toBeVisible();
    await name(sign(secret, "reader-1"));
    await expect(frame.getByText("0 of 3", { exact: true })).toBeVisible();
    await vote();
    await expect(frame.getByText("1 of 3", { exact: true })).toBeVisible();
    await name(sign(secret, "reader-2"));
    await expect(frame.getByText("0 of 3", { exact: true })).toBeVisible();
    await expect.poll(() => page.frames()[1]?.evaluate(() => location.hash)).toBe("");
    await name(sign(secret, "reader-1"));
    await expect(frame.getByText("1 of 3", { exact: true })).toBeVisible();
  } finally {
    host.close();
  }
});

test("an owner makes a new secret, and says whether the one before still works", async ({
  page,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Renewed", statements });
  await organiser.lendSession(page.context());
  await page.goto(`/manage/c/${slug}/share?lang=en`);
  await page.locator("summary", { hasText: "A site that knows its readers" }).click();
  const shown = page.locator("code", { hasText: /^[\w-]{43}$/ });
  const name = async (secret: string) =>
    (
      await page.request.post(`/api/v1/conversations/${slug}/me/host-identity`, {
        data: { identity: sign(secret, "reader-1") },
      })
    ).status();
  const first = (await shown.textContent()) ?? "";
  await page.getByRole("checkbox", { name: "Let the present one work for another day" }).check();
  await page.getByRole("button", { name: "Make a new secret" }).click();
  await expect(page.getByText(/^There is a new secret\./)).toBeVisible();
  await expect(page.getByText(/^The secret before it works until/)).toBeVisible();
  const second = (await shown.textContent()) ?? "";
  expect([await name(first), await name(second)]).toEqual([200, 200]);
  await page.getByRole("button", { name: "Make a new secret" }).click();
  await expect(page.getByText(/^The secret before it works until/)).toHaveCount(0);
  expect([await name(first), await name(second)]).toEqual([401, 401]);
  expect(await name((await shown.textContent()) ?? "")).toBe(200);
  expect((await new AxeBuilder({ page }).exclude("iframe").analyze()).violations).toEqual([]);
});

function sign(secret: string, sub: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = { sub, exp: Math.floor(Date.now() / 1000) + 600 };
  const text = `${part({ alg: "HS256" })}.${part(claims)}`;
  return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
}
