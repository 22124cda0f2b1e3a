import { expect, type Locator, type Page } from "@playwright/test";

/** The map of `/c/{slug}/results` as something to walk on, and the tables that say the same. */
export class MapPage {
  /** Everything on the map that can be reached. */
  readonly places: Locator;

  constructor(
    private readonly page: Page,
    private readonly slug: string,
  ) {
    this.places = page.getByRole("navigation", { name: "Places on the map" }).getByRole("link");
  }

  /** Opens the results once a complete analysis has seen so many people. */
  async open(query: string, people: number): Promise<void> {
    await expect(async () => {
      await this.page.goto(`/c/${this.slug}/results${query}`);
      const facts = this.page.getByText(`${people} people took part`).first();
      await expect(facts).toBeVisible({ timeout: 2_000 });
      // Groups follow a moment later, when votes have come to rest.
      const earlier = this.page.getByText("certainty figures of a moment ago");
      await expect(earlier).toHaveCount(0, { timeout: 2_000 });
    }).toPass({ timeout: 40_000 });
  }

  place(name: string | RegExp): Locator {
    return this.page
      .getByRole("navigation", { name: "Places on the map" })
      .getByRole("link", { name });
  }

  /** What each place says to somebody who does not see it. */
  async listLabels(): Promise<string[]> {
    return this.places.evaluateAll((links) =>
      links.map((link) => link.getAttribute("aria-label") ?? ""),
    );
  }

  /** The cells of each row of a table, headings left out. */
  async listRows(caption: string): Promise<string[][]> {
    const rows = this.page.getByRole("table", { name: caption }).locator("tbody tr");
    return rows.evaluateAll((found) =>
      found.map((row) =>
        [...row.querySelectorAll("th, td")].map((cell) => cell.textContent?.trim() ?? ""),
      ),
    );
  }
}
