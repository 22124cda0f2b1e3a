import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures";
import { MapPage } from "./pages/map.page";

const statements = Array.from({ length: 10 }, (_, index) => `公園第 ${index} 區應該開放。`);
const people = 24;

test("the past is made on request, gone through by keyboard, and left for the map of now", async ({
  page,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Slider", statements });
  await organiser.voteInCamps(slug, people, statements.length);
  await new MapPage(page, slug).open("", people);
  await page.getByRole("button", { name: "See how opinion moved" }).click();
  const slider = page.getByRole("slider", { name: "Point in time" });
  await expect(slider).toHaveAttribute("aria-valuetext", /24 people, 240 votes/, {
    timeout: 30_000,
  });
  await slider.press("Home");
  await expect(slider).toHaveAttribute(
    "aria-valuetext",
    /no clear opinion groups, 1 person, 4 votes/,
  );
  await expect(
    page.getByText("Fewer than 5 people had a place on the map then.", { exact: true }),
  ).toBeVisible();
  await page.getByRole("button", { name: "One step forward" }).press("Enter");
  await expect(page.getByRole("status").getByText("1 person, 8 votes")).toBeAttached();
  await slider.press("End");
  await expect(slider).toHaveAttribute("aria-valuetext", /24 people, 240 votes/);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "Back to now" }).press("Enter");
  await expect(slider).toBeHidden();
  await expect(page.getByRole("button", { name: "See how opinion moved" })).toBeFocused();

  await new MapPage(page, slug).open("?view=table", people);
  const table = page.getByRole("table", { name: "How the groups developed" });
  await expect(table.getByRole("row").last()).toContainText("240");
});

test("it plays from the beginning and pauses; whoever prefers no motion goes step by step", async ({
  page,
  organiser,
}) => {
  const { slug } = await organiser.open({ title: "Player", statements });
  await organiser.voteInCamps(slug, people, statements.length);
  await new MapPage(page, slug).open("", people);
  await page.getByRole("button", { name: "See how opinion moved" }).click();
  const play = page.getByRole("button", { name: "Play" });
  await play.click({ timeout: 30_000 });
  const slider = page.getByRole("slider", { name: "Point in time" });
  await expect(slider).toHaveValue("2");
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(play).toBeVisible();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await expect(play).toBeHidden();
  await expect(page.getByRole("button", { name: "One step back" })).toBeVisible();
});
