import { parse } from "csv-parse/sync";
import { expect, test } from "./fixtures";
import type { MadeConversation, Organiser } from "./organiser";
import { dress, expectAccessible, type Look, looks } from "./pages/examine";

const statements = Array.from({ length: 6 }, (_, index) => `Plan ${index} should go ahead.`);

/** One that is open, one with an answer and a promise, one that told nobody; `word` finds them. */
async function makeThree(organiser: Organiser, word: string) {
  const open = await organiser.open({ title: `${word} open`, statements });
  const promised = await close(organiser, `${word} promised`, { answerDays: 30 });
  await organiser.answer(promised, {
    statement: 1,
    decision: "will-not",
    reason: "The street is not ours.",
  });
  const hidden = await close(organiser, `${word} hidden`, { resultsVisibility: "organisers" });
  return { open, promised, hidden };
}

async function close(
  organiser: Organiser,
  title: string,
  settings: Record<string, unknown>,
): Promise<MadeConversation> {
  const made = await organiser.open({ title, statements, settings });
  await organiser.voteInCamps(made.slug, 20, statements.length);
  await organiser.close(made);
  await organiser.awaitAnalysis(made.slug, 20 * statements.length);
  return made;
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("filters and search together find a conversation, with what came of it", async ({
    page,
    request,
    organiser,
  }) => {
    const word = "Tramway";
    const { promised, hidden } = await makeThree(organiser, word);
    await page.goto("/");
    await page.getByLabel("Search conversations").fill(word);
    await page.getByRole("button", { name: "Search" }).click();
    const filters = page.getByRole("navigation", { name: "Which conversations to list" });
    await expect(filters.getByRole("link")).toHaveText([
      "All 3",
      "Open 1",
      "Closed 2",
      "Waiting for answers 1",
    ]);
    await expect(filters.getByRole("link", { name: "All 3" })).toHaveAttribute(
      "aria-current",
      "true",
    );
    await filters.getByRole("link", { name: "Closed 2" }).click();
    await expect(page.getByRole("article")).toHaveCount(2);
    await expect(
      page
        .getByRole("article")
        .filter({ hasText: `${word} hidden` })
        .getByText("not public"),
    ).toBeVisible();
    await filters.getByRole("link", { name: "Waiting for answers 1" }).click();
    const card = page.getByRole("article");
    await expect(card).toHaveCount(1);
    const facts = card.getByRole("definition");
    await expect(card.getByRole("term")).toHaveText([
      "Statements of common ground",
      "Answered",
      "Answers overdue",
      "Acted on",
    ]);
    await expect(facts).toHaveText(["3", "1 of 3", "0", "0"]);

    const link = page.getByRole("link", { name: "This list as a table (CSV)" });
    const file = await request.get((await link.getAttribute("href")) ?? "");
    const rows: Record<string, string>[] = parse(await file.text(), { columns: true, bom: true });
    expect(rows).toEqual([
      expect.objectContaining({
        conversation: promised.slug,
        participants: "20",
        "common-ground": "3",
        "answers-promised": "true",
        "answers-owed": "3",
        answered: "1",
        overdue: "0",
      }),
    ]);

    // Another search stays with the filter, and says so.
    await page.getByLabel("Search conversations").fill(`${word} hidden`);
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByText("There are none of this kind.")).toBeVisible();
    await filters.getByRole("link", { name: "All 1" }).click();
    await card.getByRole("link").click();
    await expect(page).toHaveURL(new RegExp(`/c/${hidden.slug}/results`));
  });
});

for (const look of Object.keys(looks) as Look[]) {
  test(`axe finds nothing in the list: ${look}`, async ({ page, organiser }) => {
    const word = look.startsWith("dark") ? "Lanterns" : "Fountains";
    await makeThree(organiser, word);
    await dress(page, look);
    for (const query of [`q=${word}`, `q=${word}&state=closed`, "state=overdue", "page=99"]) {
      for (const lang of ["en", "ar"]) {
        await page.goto(`/?${query}&lang=${lang}`);
        await expectAccessible(page, `${query} ${lang}`);
      }
    }
  });
}
