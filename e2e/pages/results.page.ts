import { expect, type Locator, type Page } from "@playwright/test";

/** `/c/{slug}/results`: the live map and what it says in words. */
export class ResultsPage {
  readonly map: Locator;

  constructor(
    private readonly page: Page,
    private readonly slug: string,
  ) {
    this.map = page.getByRole("img", { name: /Map of opinion/ });
  }

  async open(query = ""): Promise<void> {
    await this.page.goto(`/c/${this.slug}/results${query}`);
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
  }

  /** Waits until the page says that this many people took part. */
  async expectParticipants(count: number): Promise<void> {
    const text = count === 1 ? "1 person took part" : `${count} people took part`;
    await expect(this.page.getByText(text).first()).toBeVisible();
  }

  section(heading: string): Locator {
    return this.page.getByRole("region", { name: heading });
  }
}
