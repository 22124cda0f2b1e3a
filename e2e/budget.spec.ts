import { recordForeignRequests, recordLoad } from "./browser/record-load";
import { expect, required, test } from "./fixtures";

const statements = Array.from(
  { length: 50 },
  (_, index) => `第 ${index + 1} 條：廣場應該多種樹，少停車。`,
);

test("the first load of the vote page stays within its budget", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "廣場", statements });
  await organiser.voteInCamps(slug, 20, statements.length);
  for (const path of [`/c/${slug}`, `/c/${slug}?lang=zh-Hant`, `/embed/${slug}`]) {
    const fresh = await page.context().browser()!.newPage();
    const readLoad = recordLoad(fresh);
    // What an idle page fetches ahead counts as well: all that comes before anybody does anything.
    const reserve = fresh.waitForResponse(/\/next\?/);
    await fresh.goto(path, { waitUntil: "networkidle" });
    await reserve;
    const { scriptKb, htmlKb, cssKb } = await readLoad();
    await fresh.close();
    expect(scriptKb, `script of ${path}`).toBeLessThanOrEqual(160);
    expect(htmlKb + cssKb, `HTML and CSS of ${path}`).toBeLessThanOrEqual(30);
    expect(scriptKb, "the page was watched while it loaded").toBeGreaterThan(50);
  }
});

test("no public page asks another host for anything", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "Only here", statements });
  await organiser.voteInCamps(slug, 20, statements.length);
  await expect.poll(() => organiser.latestVersion(slug)).toBeGreaterThan(0);
  const foreign = recordForeignRequests(page, required("PLENUM_E2E_URL"));
  const pages = ["", "/results", "/results?view=table", "/report", "/mine"].map(
    (part) => `/c/${slug}${part}`,
  );
  for (const path of ["/", ...pages, `/embed/${slug}`, `/overlay/${slug}`, "/nothing/here"]) {
    await page.goto(path);
    await page.mouse.move(50, 50); // a first sign of use loads more
    await page.waitForLoadState("load");
  }
  expect(foreign).toEqual([]);
});
