import { expect, type Locator, type Page } from "@playwright/test";

/** `/c/{slug}` and `/embed/{slug}`: one statement at a time. */
export class VotePage {
  readonly agree: Locator;
  readonly disagree: Locator;
  readonly pass: Locator;
  readonly ownStatement: Locator;
  readonly addStatement: Locator;

  constructor(
    private readonly page: Page,
    private readonly slug: string,
  ) {
    this.agree = page.getByRole("button", { name: "Agree", exact: true });
    this.disagree = page.getByRole("button", { name: "Disagree", exact: true });
    this.pass = page.getByRole("button", { name: "Pass", exact: true });
    this.ownStatement = page.getByLabel("Your own statement");
    this.addStatement = page.getByRole("button", { name: "Add the statement" });
  }

  async open(): Promise<void> {
    await this.page.goto(`/c/${this.slug}`);
    await expect(this.agree).toBeVisible();
  }

  /** Resolves once single keys vote: the script is there, and they are not switched off. */
  async expectKeys(): Promise<void> {
    await expect(this.agree).toHaveAttribute("aria-keyshortcuts", "A");
  }

  /** The statement that is up for a vote now. */
  statement(text: string): Locator {
    return this.page.getByRole("heading", { level: 2, name: text });
  }

  /** The words that are up for a vote now. */
  async shownText(): Promise<string> {
    return (await this.page.locator("form h2").first().textContent()) ?? "";
  }

  async expectProgress(voted: number, total: number): Promise<void> {
    await expect(this.page.getByText(`${voted} of ${total}`, { exact: true })).toBeVisible();
  }
}
