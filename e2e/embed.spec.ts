import { createServer, type Server } from "node:http";
import { expect, required, test } from "./fixtures";
import { VotePage } from "./pages/vote.page";

/** A page of another site: 127.0.0.1, while Plenum is localhost. */
async function serveHostPage(frameUrl: string): Promise<{ url: string; server: Server }> {
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!doctype html><title>News</title><iframe title="Plenum" width="400" height="700"
      src="${frameUrl}"></iframe>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port.");
  return { url: `http://127.0.0.1:${address.port}/`, server };
}

test("people vote inside a frame on another site and are known again", async ({
  page,
  organiser,
}) => {
  const { slug } = await organiser.open({
    title: "Framed",
    statements: ["One.", "Two.", "Three."],
  });
  const host = await serveHostPage(`${required("PLENUM_E2E_URL")}/embed/${slug}`);
  try {
    await page.goto(host.url);
    const frame = page.frameLocator("iframe");
    const answered = page.waitForResponse((response) => response.url().endsWith("/votes"));
    const agree = frame.getByRole("button", { name: "Agree", exact: true });
    await expect(agree).toHaveAttribute("aria-keyshortcuts", "A"); // the script is there
    await agree.click();
    expect((await answered).status()).toBe(200);
    await expect(frame.getByText("1 of 3", { exact: true })).toBeVisible();
    await page.reload();
    await expect(frame.getByText("1 of 3", { exact: true })).toBeVisible();
  } finally {
    host.server.close();
  }
});

test("a page that is not made for frames refuses to be put in one", async ({ page, organiser }) => {
  const { slug } = await organiser.open({ title: "Not framed", statements: ["One."] });
  const host = await serveHostPage(`${required("PLENUM_E2E_URL")}/c/${slug}`);
  try {
    const refused = page.waitForEvent("console", (message) => /frame/i.test(message.text()));
    await page.goto(host.url);
    await refused;
    await expect(new VotePage(page, slug).agree).toHaveCount(0);
  } finally {
    host.server.close();
  }
});
