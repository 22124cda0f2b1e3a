import { expect, test } from "./fixtures";
import type { MadeConversation, Organiser } from "./organiser";
import { dress, expectAccessible, type Look, looks } from "./pages/examine";

const statements = Array.from({ length: 6 }, (_, index) => `Plan ${index} should go ahead.`);

/** Statement 1 is answered, for the second time; 3 is refused; 5 waits. */
async function openAnswered(organiser: Organiser, title: string): Promise<MadeConversation> {
  const settings = { answerDays: 30, askedBy: "Parks & Roads" };
  const made = await organiser.open({ title, statements, settings });
  await organiser.voteInCamps(made.slug, 20, statements.length);
  await organiser.close(made);
  await organiser.awaitAnalysis(made.slug, 20 * statements.length);
  await expect(() => organiser.publishReport(made)).toPass({ timeout: 30_000 });
  const first = { statement: 1, decision: "partly", unit: "公園處" };
  await organiser.answer(made, { ...first, reason: "We are looking into it." });
  const reason = "Yes.\n\nAll 200 <b>trees</b>.";
  await organiser.answer(made, { ...first, basedOn: 1, decision: "will-act", reason });
  const refusal = "الطريق ليس لنا.";
  await organiser.answer(made, { statement: 3, decision: "will-not", reason: refusal });
  return made;
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("report and results tell every answer, and lead from a statement to its answer", async ({
    page,
    request,
    organiser,
  }) => {
    const { slug } = await openAnswered(organiser, "Answered in full");
    for (const rest of ["report", "results", "report?version=live"]) {
      await page.goto(`/c/${slug}/${rest}`);
      const answers = page.getByRole("region", { name: "Answers", exact: true });
      await expect(answers.getByText("an answer to each of them by")).toBeVisible();
      const [answered, refused, waiting] = [1, 3, 5].map((id) => page.locator(`#answer-${id}`));
      await expect(answered!.getByText("All 200 <b>trees</b>.")).toBeVisible();
      await expect(answered!.getByText("Responsible: 公園處").first()).toBeVisible();
      const earlier = answered!.getByText("We are looking into it.");
      await expect(earlier).toBeHidden();
      await answered!.getByText("Earlier wordings").click();
      await expect(earlier).toBeVisible();
      await expect(refused!.getByText("Will not be done")).toBeVisible();
      await expect(refused!.getByText("الطريق")).toHaveAttribute("lang", "ar");
      await expect(waiting!.getByText("Not answered yet")).toBeVisible();
      const link = page.getByRole("link", { name: "Answer: Will not be done" }).first();
      await link.click();
      await expect(refused!).toBeInViewport();
      for (const file of await answers.getByRole("link", { name: /answers\.|Atom/ }).all()) {
        const response = await request.get((await file.getAttribute("href")) ?? "");
        expect(response.status()).toBe(200);
      }
    }
    await page.goto(`/c/${slug}/report`);
    const rows = page.getByRole("region", { name: "All statements" });
    await expect(rows.getByRole("link", { name: /^(Answer: |Not answered yet)/ })).toHaveCount(3);
  });

  test("nothing is told of answers while votes are cast, or to whom the results are hidden", async ({
    page,
    organiser,
  }) => {
    const made = await organiser.open({
      title: "For organisers",
      statements,
      settings: { answerDays: 30, resultsVisibility: "organisers" },
    });
    await organiser.voteInCamps(made.slug, 20, statements.length);
    await organiser.close(made);
    await organiser.awaitAnalysis(made.slug, 20 * statements.length);
    await organiser.answer(made, { statement: 1, decision: "will-not", reason: "A secret." });
    const going = await organiser.open({ title: "Going on", statements });
    await organiser.voteInCamps(going.slug, 20, statements.length);
    await expect.poll(() => organiser.latestVersion(going.slug)).toBeGreaterThan(0);
    for (const { slug } of [made, going]) {
      for (const rest of ["report", "results"]) {
        await page.goto(`/c/${slug}/${rest}`);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(page.getByRole("region", { name: "Answers", exact: true })).toHaveCount(0);
        await expect(page.getByText("A secret.")).toHaveCount(0);
      }
    }
  });
});

test("the pages name a feed, which a browser reads as XML", async ({ page, organiser }) => {
  const { slug } = await openAnswered(organiser, "Feed & more");
  for (const path of [`/c/${slug}/report`, `/c/${slug}/results`, "/"]) {
    await page.goto(path);
    const link = page.locator('link[rel="alternate"][type="application/atom+xml"]');
    const href = (await link.getAttribute("href")) ?? "";
    const feed = await page.evaluate(async (address) => {
      const text = await (await fetch(address)).text();
      const { documentElement } = new DOMParser().parseFromString(text, "application/xml");
      const titles = [...documentElement.querySelectorAll("entry > title")];
      return { root: documentElement.nodeName, titles: titles.map((title) => title.textContent) };
    }, new URL(href).pathname);
    expect(feed.root).toBe("feed");
    expect(feed.titles).toContain("We will act: Plan 1 should go ahead.");
  }
});

for (const look of Object.keys(looks) as Look[]) {
  test(`axe finds nothing in answers: ${look}`, async ({ page, organiser }) => {
    const { slug } = await openAnswered(organiser, "Answers for all");
    await dress(page, look);
    for (const path of ["report", "results"]) {
      for (const lang of ["en", "ar"]) {
        await page.goto(`/c/${slug}/${path}?lang=${lang}`);
        await page.locator("#answer-1 summary").click();
        await expectAccessible(page, `${path} ${lang}`);
      }
    }
  });
}
