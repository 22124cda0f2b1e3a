import type { Page } from "@playwright/test";
import { expect, required, test } from "./fixtures";
import type { MadeConversation, Organiser } from "./organiser";
import {
  dress,
  expectAccessible,
  expectNoSidewaysScrolling,
  type Look,
  looks,
} from "./pages/examine";
import { waitForCopy } from "./pages/kept-copy";
import { VotePage } from "./pages/vote.page";

const statements = [
  "公車路線應該更密集，尤其是晚上與假日，讓沒有汽車的人也能回家。",
  "https://example.org/an-address-that-breaks-nowhere-and-is-wider-than-a-phone?of=course",
  "يجب أن تكون الحافلات مجانية للجميع.",
  ...Array.from({ length: 6 }, (_, index) => `Plan ${index} should go ahead.`),
];

async function openCamps(organiser: Organiser): Promise<MadeConversation> {
  const made = await organiser.open({ title: "公車", statements });
  await organiser.voteInCamps(made.slug, 20, statements.length);
  await expect.poll(() => organiser.latestVersion(made.slug)).toBeGreaterThan(0);
  return made;
}

const rooms: { look: Look; query: string }[] = [
  { look: "light, 320 pixels", query: "lang=de" },
  { look: "dark, zoomed", query: "lang=ar" },
];

for (const { look, query } of rooms) {
  test(`axe finds nothing on any public page: ${look}, ${query}`, async ({ page, organiser }) => {
    test.setTimeout(240_000); // two dozen pages, each gone through rule by rule
    const { slug } = await openCamps(organiser);
    const scattered = await organiser.open({ title: "No camps", statements });
    await organiser.voteByCoin(scattered.slug, 24, statements.length);
    await expect.poll(() => organiser.latestVersion(scattered.slug)).toBeGreaterThan(0);
    const empty = await organiser.open({ title: "Nothing yet", statements: [] });
    const settings = { resultsVisibility: "after-closing" };
    const hidden = await organiser.open({ title: "Hidden", statements, settings });
    await organiser.close(scattered);
    const paths = [
      "/",
      "/?q=nothing-like-this",
      ...["", "?statement=99", "?error=too-many-votes", "/mine", "/my-data", "/resume"].map(
        (rest) => `/c/${slug}${rest}`,
      ),
      ...["/share", "/report", "/results", "/results?layer=statements&statement=1"].map(
        (rest) => `/c/${slug}${rest}`,
      ),
      `/c/${slug}/results?view=table&group=A&statement=1`,
      ...["", "/results", "/results?view=table", "/report"].map(
        (rest) => `/c/${scattered.slug}${rest}`,
      ),
      ...["", "/results", "/report"].map((rest) => `/c/${empty.slug}${rest}`),
      `/c/${hidden.slug}/results`,
      `/embed/${slug}`,
      `/overlay/${slug}`,
      "/manage/sign-in",
      "/nothing/here",
      "/c/nothing-here",
    ];
    for (const path of paths) {
      await dress(page, look);
      await page.goto(`${path}${path.includes("?") ? "&" : "?"}${query}`);
      await unfold(page);
      await expectAccessible(page, path);
      for (const other of Object.keys(looks) as Look[]) {
        await dress(page, other);
        await expectNoSidewaysScrolling(page, `${path}, ${other}`);
      }
    }
  });
}

test("a title without a space is nowhere wider than a phone", async ({ page, organiser }) => {
  const title = "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrente".repeat(2);
  const { slug } = await organiser.open({ title, statements: ["One."] });
  await dress(page, "light, 320 pixels");
  const rests = ["", "/mine", "/my-data", "/resume", "/share", "/results", "/report"];
  const paths = ["/", ...rests.map((rest) => `/c/${slug}${rest}`)];
  for (const path of [
    ...paths,
    `/embed/${slug}`,
    `/embed/${slug}/mine`,
    `/embed/${slug}?view=both`,
  ]) {
    await page.goto(`${path}?lang=de`.replace(/\?(.*)\?/, "?$1&"));
    await expectNoSidewaysScrolling(page, path);
  }
});

/** What is folded away is part of the page too. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("main details")) {
      details.setAttribute("open", "");
    }
  });
}

async function expectAccessibleInAll(page: Page, where: string): Promise<void> {
  for (const look of Object.keys(looks) as Look[]) {
    await dress(page, look);
    await expectAccessible(page, `${where}: ${look}`);
  }
}

/** Votes on so many statements with their own keys. */
async function castVotes(page: Page, vote: VotePage, count: number): Promise<void> {
  await vote.expectKeys();
  for (let cast = 1; cast <= count; cast += 1) {
    await page.keyboard.press("a");
    await vote.expectProgress(cast, statements.length);
  }
}

test("axe finds nothing while somebody votes, writes, waits or is without a connection", async ({
  page,
  context,
  organiser,
}) => {
  test.setTimeout(240_000);
  const made = await openCamps(organiser);
  const vote = new VotePage(page, made.slug);
  let isHeld = true;
  await page.route("**/analyses/latest", (route) => (isHeld ? undefined : route.continue()));
  await vote.open();
  await castVotes(page, vote, 1);
  await page.locator("header summary").click();
  await expectAccessibleInAll(page, "shapes of what is coming, all languages");
  isHeld = false;
  await page.reload();
  await vote.expectKeys();
  for (let cast = 2; cast <= 8; cast += 1) {
    await page.keyboard.press("a");
    await vote.expectProgress(cast, statements.length);
  }
  await expect(page.getByRole("img", { name: "Map of opinion" })).toBeVisible();
  await vote.ownStatement.pressSequentially("Should plan 3 go ahead? And plan 4 too, and others.");
  await expect(page.getByText("This looks like", { exact: false })).toBeVisible();
  await expect(page.getByText("Does one of these say it already?")).toBeVisible();
  await expectAccessibleInAll(page, "own place, hints, similar statements");
  await vote.ownStatement.fill("Too long. ".repeat(30));
  await waitForCopy(page, made.slug);
  await context.setOffline(true);
  await page.keyboard.press("Tab"); // out of the text
  await page.keyboard.press("d");
  await expect(page.getByText("Your vote is saved on this device")).toBeVisible();
  await expectAccessibleInAll(page, "offline, text too long, end of the statements");
  await page.reload();
  await expect(page.getByText("No connection at the moment")).toBeVisible();
  await expectAccessible(page, "opened offline");
  await organiser.close(made);
  await context.setOffline(false);
  await expect(page.getByText("One vote was not counted")).toBeVisible();
  await expectAccessibleInAll(page, "a refused vote");
  for (const rest of ["mine", "my-data", "results"]) {
    await page.goto(`/c/${made.slug}/${rest}`);
    await unfold(page);
    await expectAccessibleInAll(page, `${rest} of somebody who voted`);
  }
});

test.describe("where code cannot be fetched", () => {
  test.use({ serviceWorkers: "block" });

  test("axe finds nothing on the page of a failure, which has the focus", async ({
    page,
    organiser,
  }) => {
    const { slug } = await openCamps(organiser);
    await page.goto(`/c/${slug}/results`);
    await expect(page.getByText("Live", { exact: true })).toBeVisible(); // the script is there
    await page.route("**/_next/static/chunks/**", (route) => route.abort());
    await page.getByRole("button", { name: "See how opinion moved" }).click();
    const heading = page.getByRole("heading", { level: 1, name: "This page could not be shown" });
    await expect(heading).toBeFocused();
    await expectAccessibleInAll(page, "the page of a failure");
  });
});

test("axe finds nothing in the console", async ({ page, organiser }) => {
  test.setTimeout(240_000);
  const settings = { moderation: "strict" };
  const { slug } = await organiser.open({ title: "公車", statements, settings });
  const draft = await organiser.draft({ title: "Unripe", statements: [] });
  await page.goto("/manage/sign-in");
  const signIn = await page.request.post("/api/manage/sign-in", {
    form: { email: required("PLENUM_E2E_EMAIL"), password: required("PLENUM_E2E_PASSWORD") },
  });
  expect(new URL(signIn.url()).pathname).toBe("/manage");
  await page.request.post(`/api/v1/conversations/${slug}/statements`, {
    data: { text: "Plans should be drawn by neighbours." },
  });
  const base = `/manage/c/${slug}`;
  const paths = ["/manage/new", `/manage/c/${draft.slug}`, base, `${base}/share`, "/manage/c/none"];
  // The page shows the link, and who has not come yet.
  await page.request.post(`/api/${base.slice(1)}/people`, {
    form: { email: `invited-${slug}@city.example`, role: "official" },
  });
  await page.goto(`${base}/people`);
  const link = await page.getByText("/join?token=").textContent();
  const peoplePaths = [
    `${base}/people?done=added`,
    `${base}/people?problem=last-owner`,
    link ?? "",
  ];
  for (const path of [...paths, ...peoplePaths, `${base}/join`, `${base}/settings`]) {
    await page.goto(path);
    await unfold(page);
    await expectAccessibleInAll(page, path);
  }
  await page.goto(`${base}?lang=ar`);
  await page.getByRole("button").last().click();
  await expectAccessibleInAll(page, "the question before closing");
  await page.goto(`${base}/statements`);
  await expect(page.locator('ul[aria-keyshortcuts="J K"]')).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("r");
  await expect(page.getByRole("button", { name: "Cancel" })).toBeVisible();
  await expectAccessibleInAll(page, "reasons to reject");
  await page.keyboard.press("1");
  await expect(page.getByText("Nothing waits.")).toBeVisible();
  await expectAccessibleInAll(page, "an empty queue");
});

test("axe finds nothing where an official answers", async ({ page, organiser }) => {
  test.setTimeout(240_000);
  const made = await organiser.open({ title: "公車", statements, settings: { answerDays: 30 } });
  await organiser.voteInCamps(made.slug, 22, statements.length);
  const votes = 22 * statements.length;
  await expect.poll(() => organiser.countAnalysed(made.slug)).toBe(votes);
  await organiser.close(made);
  await organiser.lendSession(page.context());
  const path = `/manage/c/${made.slug}/answers`;
  const plan = { form: "answer", statement: "3", decision: "will-act", unit: "Roads" };
  const forms: Record<string, string>[] = [
    { ...plan, basedOn: "0", reason: "Next year.", dueOn: "2030-01-31" },
    { ...plan, basedOn: "1", reason: "هذا العام.", dueOn: "2029-01-31" },
    { form: "progress", statement: "3", basedOn: "0", status: "started", text: "It is planned." },
  ];
  for (const form of forms) await page.request.post(path, { form });
  await page.goto(`${path}?published=3`);
  await expect(page.getByText("Published.")).toBeVisible();
  await unfold(page);
  await expectAccessibleInAll(page, "answers");
  const reason = page.getByLabel("Why").last();
  await reason.fill(" ");
  await page.getByLabel("We will act", { exact: true }).last().check();
  await page.getByRole("button", { name: "Publish the answer" }).last().click();
  await expect(page.getByText("An answer needs a reason.")).toBeVisible();
  await expectAccessibleInAll(page, "an answer without a reason");
  await page.goto(`${path}?lang=ar`);
  await unfold(page);
  await expectAccessibleInAll(page, "answers, from right to left");
});
