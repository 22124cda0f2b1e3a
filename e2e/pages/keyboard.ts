import { expect, type Locator, type Page } from "@playwright/test";

/** Somebody who has no pointer: goes by Tab, and chooses with what has the focus. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Tab until `target` has the focus, on the way meeting what a reader would. */
  async tabTo(target: Locator, most = 60): Promise<void> {
    await expect(target).toBeVisible();
    for (let steps = 0; steps < most; steps += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`${target} is not reached by Tab.`);
  }

  async choose(target: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.press(key);
  }

  /** Nobody who chose something should find themselves back at the beginning of the page. */
  async expectSomewhere(): Promise<void> {
    const isLost = () => this.page.evaluate(() => document.activeElement === document.body);
    await expect.poll(isLost, "the focus is lost").toBe(false);
  }

  /**
   * Everything from the top of the page to its end, as Tab meets it.
   * @returns what is wrong on the way: against the order of reading, out of sight, under something
   *   else, or without a mark that shows where the focus is
   */
  async walk(): Promise<{ stops: number; wrong: string[] }> {
    await this.page.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
      getSelection()?.setPosition(document.body, 0);
      window.scrollTo(0, 0);
    });
    const wrong: string[] = [];
    for (let stops = 0; stops < 200; stops += 1) {
      await this.page.keyboard.press("Tab");
      await this.page.evaluate(nextPicture);
      const told = await this.page.evaluate(tellFocus, stops);
      if (told === null) return { stops, wrong };
      wrong.push(...told);
    }
    return { stops: 200, wrong: [...wrong, "Tab never comes to an end."] };
  }
}

/** Runs in the page: scrolling to the focus, and a new analysis, come with the next picture. */
function nextPicture(): Promise<unknown> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}

/** Runs in the page; null once the focus has left it or begins anew. */
function tellFocus(stop: number): string[] | null {
  const now = document.activeElement;
  if (!now || now === document.body) return null;
  const before = document.querySelector("[data-was-focused]");
  before?.removeAttribute("data-was-focused");
  const isAgain =
    before && !(before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (isAgain && now === document.querySelector("a[href], button")) return null;
  now.setAttribute("data-was-focused", "");
  const name = `${stop}: ${now.getAttribute("aria-label") ?? now.textContent?.trim().slice(0, 40)}`;
  const box = now.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const isOut = y < 0 || y > innerHeight || x < 0 || x > innerWidth;
  const top = document.elementFromPoint(x, y);
  const isCovered =
    !isOut && !now.closest("svg") && !(top && (now.contains(top) || top.contains(now)));
  const marks = [now, ...now.querySelectorAll(".map-ring")].map((element) =>
    getComputedStyle(element),
  );
  const isMarked =
    marks.some(({ outlineStyle }) => outlineStyle !== "none") ||
    marks.some(({ display }, index) => index > 0 && display !== "none") ||
    getComputedStyle(now, "::after").outlineStyle !== "none";
  return [
    ...(isAgain ? [`${name} comes after what is read later`] : []),
    ...(isOut ? [`${name} is out of sight`] : []),
    ...(isCovered ? [`${name} is under ${top?.tagName}`] : []),
    ...(isMarked ? [] : [`${name} has no mark of the focus`]),
  ];
}
