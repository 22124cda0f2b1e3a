import { expect, test } from "./fixtures";

test("health answers with versions", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(await response.json()).toMatchObject({
    status: "ok",
    versions: { plenum: expect.any(String) },
  });
});

for (const path of ["/", "/there/is/nothing/here", "/api/nothing", "/c/%00", "/c/%FF"]) {
  test(`scripts of ${path} carry the nonce of its policy`, async ({ request }) => {
    const response = await request.get(path);
    const policy = response.headers()["content-security-policy"] ?? "";
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(nonce).toBeTruthy();
    const html = await response.text();
    const scripts = html.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
  });
}

test("no page breaks its own policy or asks another host", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "Policy", statements: ["One.", "Two."] });
  await organiser.voteInCamps(slug, 4, 2);
  const violations: string[] = [];
  const hosts = new Set<string>();
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
  });
  page.on("pageerror", (error) => violations.push(error.message));
  page.on("request", (request) => hosts.add(new URL(request.url()).host));
  const pages = ["/", `/c/${slug}`, `/c/${slug}/results`, `/c/${slug}/report`, `/embed/${slug}`];
  for (const path of [...pages, `/overlay/${slug}`, "/manage/sign-in", "/nothing"]) {
    await page.goto(path);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  }
  expect(violations).toEqual([]);
  expect([...hosts]).toEqual([new URL(page.url()).host]);
});
