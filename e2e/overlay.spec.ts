import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const statements = Array.from({ length: 8 }, (_, index) => `Street ${index} needs trees.`);

test("the overlay draws the live map on nothing", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "On air", statements });
  await organiser.voteInCamps(slug, 20, statements.length);
  await page.goto(`/overlay/${slug}`);
  const map = page.getByRole("img", { name: /Map of opinion/ });
  await expect(map).toBeVisible();
  await expect(page.getByText("B", { exact: true }).first()).toBeVisible();
  const shot = await page.screenshot({ omitBackground: true });
  expect(await cornerAlphas(page, shot)).toEqual([0, 0, 0, 0]);
});

test("a map without groups says so on air", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "No camps on air", statements });
  await organiser.voteByCoin(slug, 24, statements.length);
  await page.goto(`/overlay/${slug}`);
  await expect(page.getByText("No clear groups yet")).toBeVisible();
  const map = page.getByRole("img", { name: "Map of opinion" });
  await expect(map).toHaveAccessibleDescription(/There are no clear groups/);
});

/** The opacity of the four corner pixels of a picture, 0 to 255. */
async function cornerAlphas(page: Page, png: Buffer) {
  const blank = await page.context().newPage();
  const alphas = await blank.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const { width, height } = bitmap;
    const canvas = new OffscreenCanvas(width, height).getContext("2d")!;
    canvas.drawImage(bitmap, 0, 0);
    const corners = [
      [0, 0],
      [width - 1, 0],
      [0, height - 1],
      [width - 1, height - 1],
    ];
    return corners.map(([x, y]) => canvas.getImageData(x!, y!, 1, 1).data[3]);
  }, png.toString("base64"));
  await blank.close();
  return alphas;
}
