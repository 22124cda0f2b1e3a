import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures";
import { MapPage } from "./pages/map.page";

const statements = Array.from({ length: 10 }, (_, index) => `公園第 ${index} 區應該開放。`);
const people = 24;

test("the map is walked with arrow keys, chosen from with Enter and left with Escape", async ({
  page,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Walk", statements });
  await organiser.voteInCamps(slug, people, statements.length);
  const map = new MapPage(page, slug);
  await map.open("", people);
  const [a, b] = [map.place(/^Group A: 12 people/), map.place(/^Group B: 12 people, /)];
  await expect(a).toBeVisible();
  await a.focus();
  const xOf = async (place: typeof a) => (await place.boundingBox())!.x;
  const towardsB = (await xOf(a)) < (await xOf(b)) ? "ArrowRight" : "ArrowLeft";
  await page.keyboard.press(towardsB);
  await expect(b).toBeFocused();
  await expect(page.getByRole("figure").getByText(/^Group B: 12 people, /)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?group=B$/);
  await expect(b).toHaveAttribute("aria-current", "true");
  await expect(b).toBeFocused();
  await page.keyboard.press("Home");
  await expect(b).not.toBeFocused();
  await page.keyboard.press("Escape");
  await expect(map.places.and(page.locator(":focus"))).toHaveCount(0);
});

test("tables say what the map says", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "Tables", statements });
  await organiser.voteInCamps(slug, people, statements.length);
  const map = new MapPage(page, slug);
  // Another analysis may come between the two readings.
  await expect(async () => {
    const onMap: string[] = [];
    for (const letter of ["A", "B"]) {
      await map.open(`?statement=0&group=${letter}`, people);
      await expect(map.place(/hereabouts|Hereabouts/).first()).toBeVisible();
      onMap.push(...(await map.listLabels()));
    }
    const islands = [...new Set(onMap.filter((label) => /^Group .: \d+ people, /.test(label)))];
    const villages = onMap.filter((label) => label.includes("voted nearly alike"));

    await map.open("?statement=0&view=table", people);
    const groups = await map.listRows("What each group stands for");
    await page.getByText("Neighbourhoods on the map").first().click();
    const rows = await map.listRows("Neighbourhoods on the map");
    const groupsOnMap = islands.map((label) =>
      /Group (.): (\d+ people), (\d+%)/.exec(label)!.slice(1),
    );
    const groupsInTable = groups.map(([name, size, share]) => [name!.at(-1), size, share]);
    expect(groupsOnMap.sort()).toEqual(groupsInTable.sort());

    const onMapByVotes = villages.map((label) => {
      const told = /, (\d+%) agree and (\d+%) disagree/.exec(label);
      return [/Group (.)/.exec(label)![1], /: (\d+ (?:person|people))/.exec(label)![1], told?.[1]];
    });
    const inTable = rows.map(([name, size, votes]) => [
      /Group (.)|^(.),/.exec(name!)!.slice(1).find(Boolean),
      size,
      /✓ (\d+%)/.exec(votes!)?.[1],
    ]);
    expect(villages.length).toBeGreaterThan(2);
    expect(onMapByVotes.sort()).toEqual(inTable.sort());
  }).toPass({ timeout: 50_000 });
});

test("statements stand on the map and in its table alike", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "Where statements stand", statements });
  await organiser.voteInCamps(slug, people, statements.length);
  const map = new MapPage(page, slug);
  // Another analysis may come between the two readings.
  await expect(async () => {
    await map.open("?layer=statements", people);
    await expect(map.place(/^Statement \d+: /).first()).toBeVisible();
    const labels = await map.listLabels();
    await map.open("?layer=statements&view=table", people);
    const rows = await map.listRows("Where statements stand");
    expect(rows).toHaveLength(statements.length);
    for (const label of labels) {
      const [, number, text] = /^Statement (\d+): (.+?)。/.exec(label)!;
      const row = rows.find(([name]) => name === `${number}${text}。`)!;
      const side = /side of group (.)/.exec(label)?.[1];
      expect(row[1], label).toBe(side ? `Group ${side}` : "None");
    }
  }).toPass({ timeout: 50_000 });
});

test.describe("320 pixels wide", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  for (const query of [
    "?statement=0&group=A",
    "?layer=statements&statement=1",
    "?view=table&statement=0",
    "?view=table&layer=statements",
  ]) {
    test(`axe finds nothing at ${query}`, async ({ page, organiser }) => {
      const { slug } = await organiser.open({ title: "Axe", statements });
      await organiser.voteInCamps(slug, people, statements.length);
      await new MapPage(page, slug).open(query, people);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    });
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a link colours the map by who agreed, and leads to statements and tables", async ({
    page,
    organiser,
  }) => {
    const { slug } = await organiser.open({ title: "Plain map", statements });
    await organiser.voteInCamps(slug, people, statements.length);
    const map = new MapPage(page, slug);
    await map.open("?statement=0", people);
    await expect(page.getByText("Who agreed with statement 0")).toBeVisible();
    await expect(page.getByText(/On statement 0, \d+% of group A agree/).first()).toBeVisible();
    await map.place(/^Group A: 12 people/).focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/group=A&statement=0|statement=0&group=A/);
    await page.getByRole("link", { name: "Statements", exact: true }).click();
    await expect(map.place(/^Statement \d+: /).first()).toBeAttached();
    await page.getByRole("link", { name: "Table", exact: true }).click();
    await expect(page.getByRole("table", { name: "Where statements stand" })).toBeVisible();
  });
});
