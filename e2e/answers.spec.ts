import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { moveClosingBack } from "./move-closing-back";
import type { MadeConversation, Organiser } from "./organiser";

const statements = ["More buses.", "Plant trees.", "Wider roads.", "Open the park at night."];

/** A closed conversation in which everyone shares the statements 1 and 3. */
async function closeShared(
  organiser: Organiser,
  settings: Record<string, unknown> = {},
): Promise<MadeConversation> {
  const made = await organiser.open({ title: "Answered", statements, settings });
  await organiser.voteInCamps(made.slug, 22, statements.length);
  await expect.poll(() => organiser.countAnalysed(made.slug)).toBe(22 * statements.length);
  await organiser.close(made);
  return made;
}

const entry = (page: Page, text: string) => page.getByRole("listitem").filter({ hasText: text });

/** Fills in what is given of an answer, and sends it. */
async function answer(
  page: Page,
  text: string,
  form: { title: string; decision?: string; reason: string; unit?: string; dueOn?: string },
): Promise<void> {
  const item = entry(page, text);
  const reason = item.getByLabel("Why");
  if (!(await reason.isVisible())) await item.getByText(form.title, { exact: true }).click();
  if (form.decision) await item.getByLabel(form.decision, { exact: true }).check();
  await reason.fill(form.reason);
  if (form.unit !== undefined) await item.getByLabel("Responsible").fill(form.unit);
  if (form.dueOn) await item.getByLabel("To be done by").fill(form.dueOn);
  await item.getByRole("button", { name: "Publish the answer" }).click();
}

for (const javaScriptEnabled of [false, true]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("an official answers, words it anew, and tells what came of it", async ({
      page,
      organiser,
    }) => {
      const { slug } = await closeShared(organiser);
      await organiser.lendSession(page.context());
      await page.goto(`/manage/c/${slug}`);
      await page.getByRole("link", { name: "Answers" }).last().click();
      await expect(page.getByRole("heading", { name: "Answers" })).toBeVisible();
      await expect(page.getByText("needs JavaScript")).toBeHidden();
      await expect(page.getByText("Not answered yet")).toHaveCount(2);
      await expect(page.getByText("More buses.")).toHaveCount(0);
      const trees = entry(page, "Plant trees.");

      await answer(page, "Plant trees.", {
        title: "Answer this statement",
        decision: "We will act",
        reason: "Two hundred\nby spring.",
        unit: " ",
        dueOn: "2030-04-30",
      });
      await expect(trees.getByText("Say who is responsible")).toBeVisible();
      await expect(trees.getByLabel("Why")).toHaveValue("Two hundred\nby spring.");
      await expect(trees.getByLabel("We will act", { exact: true })).toBeChecked();
      await expect(trees.getByLabel("To be done by")).toHaveValue("2030-04-30");
      await trees.getByLabel("Responsible").fill("Parks");
      await trees.getByRole("button", { name: "Publish the answer" }).click();
      await expect(trees.getByText("Published.")).toBeVisible();
      await expect(trees.getByText("Planned", { exact: true })).toBeVisible();
      await expect(trees.getByText("Responsible: Parks")).toBeVisible();
      await expect(page.getByText("Not answered yet")).toHaveCount(1);

      await answer(page, "Plant trees.", {
        title: "Word the answer anew",
        decision: "We will not act",
        reason: "The ground is too dry.",
      });
      await expect(trees.getByText("Will not be done")).toBeVisible();
      await trees.getByText("Earlier wordings").click();
      await expect(trees.getByText("Two hundred").first()).toBeVisible();

      await answer(page, "Plant trees.", {
        title: "Word the answer anew",
        decision: "We will act in part",
        reason: "Fifty of them.",
      });
      await trees.getByText("Add an update", { exact: true }).click();
      await trees.getByLabel("How it stands").selectOption("Done");
      await trees.getByLabel("What has happened").fill("All fifty stand.");
      await trees.getByRole("button", { name: "Publish the update" }).click();
      await expect(trees.getByText("All fifty stand.")).toBeVisible();
      await expect(trees.getByText("✓ Done")).toBeVisible();
    });

    test("two at once: the second is told, and keeps what they typed", async ({
      page,
      organiser,
    }) => {
      const { slug } = await closeShared(organiser);
      await organiser.lendSession(page.context());
      const address = `/manage/c/${slug}/answers?lang=en`;
      await page.goto(address);
      const other = await page.context().newPage();
      await other.goto(address);
      const first = { title: "Answer this statement", decision: "We will not act" };
      await answer(other, "Plant trees.", { ...first, reason: "No money." });
      await expect(entry(other, "Plant trees.").getByText("Published.")).toBeVisible();
      await answer(page, "Plant trees.", { ...first, reason: "No room for them." });
      const trees = entry(page, "Plant trees.");
      await expect(trees.getByText("Somebody else has published something")).toBeVisible();
      await expect(trees.getByText("No money.").first()).toBeVisible();
      await expect(trees.getByLabel("Why")).toHaveValue("No room for them.");
      await trees.getByRole("button", { name: "Publish the answer" }).click();
      await expect(trees.getByText("Published.")).toBeVisible();
      await expect(trees.getByText("No room for them.").first()).toBeVisible();
    });

    test("what was typed about a statement that has left the list is not lost", async ({
      page,
      organiser,
    }) => {
      const made = await closeShared(organiser);
      await organiser.lendSession(page.context());
      await page.goto(`/manage/c/${made.slug}/answers?lang=en`);
      await organiser.reject(made, 1);
      const decision = "We will not act";
      const form = { title: "Answer this statement", decision, reason: "No room for them." };
      await answer(page, "Plant trees.", form);
      await expect(page.getByText("is not among those to be answered")).toBeVisible();
      await expect(page.getByText("Plant trees.")).toHaveCount(0);
      await expect(page.getByLabel("Why").first()).toHaveValue("No room for them.");
    });
  });
}

test("what was promised is told before voting, fixed with it, and overdue by itself", async ({
  page,
  organiser,
}) => {
  const settings = { answerDays: 30 };
  const told = "Days it may take after closing: 30.";
  const draft = await organiser.draft({ title: "Promised", statements, settings });
  await organiser.lendSession(page.context());
  await page.goto(`/manage/c/${draft.slug}`);
  await expect(page.getByText(told)).toBeVisible();
  await expect(page.getByText("This cannot be changed once voting opens.")).toBeVisible();
  await page.getByRole("link", { name: "Change the promise" }).click();
  const field = page.getByLabel("Promise: days until answers are given");
  await expect(field).toHaveValue("30");
  await expect(field).toBeEditable();

  const made = await closeShared(organiser, settings);
  await page.goto(`/c/${made.slug}`);
  await expect(page.getByText(told)).toBeVisible();
  await page.goto(`/manage/c/${made.slug}/settings`);
  await expect(field).not.toBeEditable();
  await page.goto(`/manage/c/${made.slug}/answers`);
  await expect(page.getByText("Not answered yet")).toHaveCount(2);
  await moveClosingBack(made.id, 30);
  await page.reload();
  await expect(page.getByText("Answer overdue")).toHaveCount(2);
  await page.goto(`/manage/c/${made.slug}`);
  await expect(page.getByText("Statements that wait for an answer: 2")).toBeVisible();
});
